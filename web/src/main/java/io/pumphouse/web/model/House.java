package io.pumphouse.web.model;

/**
 * Everything the surfaces may see and ask of one site: what pages, API and live socket are made of.
 * As thread-safe as its parts.
 *
 * @param site where it is, and what electricity costs there
 * @param live the newest readings
 * @param alarms what the pumps complain of
 * @param history what they said before
 * @param health how the agent is
 * @param diagnostics lines, registers, machine, pins and doctor
 * @param analysis what follows from the readings
 * @param writes orders to the pumps
 * @param backups jobs, runs and media
 * @param appliance settings, logs and where things are
 */
public record House(
    Site site,
    LiveReadings live,
    Alarms alarms,
    History history,
    Health health,
    Diagnostics diagnostics,
    Analysis analysis,
    Writes writes,
    Backups backups,
    Appliance appliance) {}
