package io.pumphouse.agent.access;

import io.pumphouse.web.model.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All accounts and tokens at one moment. Immutable. */
record Roster(List<Member> members, List<KeptToken> tokens) {
  Roster {
    members = List.copyOf(members);
    tokens = List.copyOf(tokens);
  }

  static Roster empty() {
    return new Roster(List.of(), List.of());
  }

  Optional<Member> member(String name) {
    return members.stream().filter(member -> member.name().equals(name)).findFirst();
  }

  /** With this account, in the place of one of the same name if there is one. */
  Roster with(Member changed) {
    List<Member> all =
        member(changed.name()).isPresent()
            ? members.stream()
                .map(old -> old.name().equals(changed.name()) ? changed : old)
                .toList()
            : Stream.concat(members.stream(), Stream.of(changed)).toList();
    return new Roster(all, tokens);
  }

  /** Without this account and its tokens. */
  Roster without(String name) {
    return new Roster(
        members.stream().filter(member -> !member.name().equals(name)).toList(),
        keptTokens(token -> !token.issued().user().equals(name)));
  }

  Roster with(KeptToken token) {
    return new Roster(members, Stream.concat(tokens.stream(), Stream.of(token)).toList());
  }

  Roster withTokens(Predicate<KeptToken> which) {
    return new Roster(members, keptTokens(which));
  }

  /** Whether nobody else could add accounts if this one were gone. */
  boolean isLastOwner(String name) {
    return members.stream()
        .filter(member -> member.role() == Role.OWNER)
        .allMatch(member -> member.name().equals(name));
  }

  private List<KeptToken> keptTokens(Predicate<KeptToken> which) {
    return tokens.stream().filter(which).toList();
  }
}
