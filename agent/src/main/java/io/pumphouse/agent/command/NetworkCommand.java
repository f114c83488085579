package io.pumphouse.agent.command;

import io.pumphouse.web.model.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code network}: how this machine is connected, and another address for it. */
@Command(
    name = "network",
    description = "How this machine is connected; set, dhcp, confirm and undo change it.",
    subcommands = {
      NetworkCommand.Set.class,
      NetworkCommand.Dhcp.class,
      NetworkCommand.Confirm.class,
      NetworkCommand.Undo.class
    })
public final class NetworkCommand implements AgentVerb {
  @Override
  public int run(Desk desk, Terminal terminal) {
    desk.premises().addresses().facts().forEach(terminal.out()::println);
    return ExitCode.OK;
  }

  /** {@code network set}. */
  @Command(
      name = "set",
      description = {
        "Gives a device an address that stays, through NetworkManager.",
        "Undone after two minutes unless confirmed: network confirm."
      })
  static final class Set implements AgentVerb {
    @Parameters(index = "0", paramLabel = "DEVICE", description = "Such as eth0.")
    private String device = "";

    @Parameters(
        index = "1",
        paramLabel = "ADDRESS/LENGTH",
        description = "The address and the length of its network: 192.168.1.20/24.")
    private String address = "";

    @Option(
        names = "--gateway",
        paramLabel = "ADDRESS",
        description = "The way out; none if left out.")
    private String gateway = "";

    @Option(
        names = "--dns",
        paramLabel = "ADDRESS",
        description = "A name server; none if left out.")
    private String dns = "";

    @Override
    public int run(Desk desk, Terminal terminal) {
      Addresses.Static wanted = new Addresses.Static(device, address, gateway, dns);
      return JobOrderCommand.say(
          desk.premises().addresses().take(wanted, terminal.user()), terminal);
    }

    @Override
    public Role need() {
      return Role.OWNER;
    }
  }

  /** {@code network dhcp}. */
  @Command(
      name = "dhcp",
      description = {
        "Has the router give a device its address.",
        "Undone after two minutes unless confirmed: network confirm."
      })
  static final class Dhcp implements AgentVerb {
    @Parameters(index = "0", paramLabel = "DEVICE", description = "Such as eth0.")
    private String device = "";

    @Override
    public int run(Desk desk, Terminal terminal) {
      return JobOrderCommand.say(
          desk.premises().addresses().ask(device, terminal.user()), terminal);
    }

    @Override
    public Role need() {
      return Role.OWNER;
    }
  }

  /** {@code network confirm}. */
  @Command(name = "confirm", description = "Keeps the address that was set.")
  static final class Confirm implements AgentVerb {
    @Override
    public int run(Desk desk, Terminal terminal) {
      return JobOrderCommand.say(desk.premises().addresses().confirm(terminal.user()), terminal);
    }

    @Override
    public Role need() {
      return Role.OWNER;
    }
  }

  /** {@code network undo}. */
  @Command(name = "undo", description = "Takes back the address that is not confirmed yet.")
  static final class Undo implements AgentVerb {
    @Override
    public int run(Desk desk, Terminal terminal) {
      return JobOrderCommand.say(desk.premises().addresses().undo(terminal.user()), terminal);
    }

    @Override
    public Role need() {
      return Role.OWNER;
    }
  }
}
