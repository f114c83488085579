package io.pumphouse.agent.command;

import io.pumphouse.hal.reading.TracedFrame;
import io.pumphouse.web.model.AlarmReport;
import io.pumphouse.web.model.JobCard;
import io.pumphouse.web.model.JobRun;
import io.pumphouse.web.model.LineStatus;
import io.pumphouse.web.model.Medium;
import io.pumphouse.web.model.PastAlarm;
import io.pumphouse.web.model.Pins;
import io.pumphouse.web.model.RetentionPreview;
import io.pumphouse.web.model.WriteReport;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What verbs print with {@code --json}, as the API would write it.
 *
 * @param status health and pumps
 * @param alarms the alarms of one pump, and those that are over
 * @param line how a wire serves
 * @param frame one frame on a wire
 * @param write what became of a write
 * @param job a backup job
 * @param run one run of it
 * @param retention what would become of backups
 * @param medium a medium and what lies there
 * @param board what hangs on the pins
 */
public record AsJson(
    Supplier<String> status,
    BiFunction<AlarmReport, List<PastAlarm>, String> alarms,
    Function<LineStatus, String> line,
    Function<TracedFrame, String> frame,
    Function<WriteReport, String> write,
    Function<JobCard, String> job,
    Function<JobRun, String> run,
    Function<RetentionPreview.Foreseen, String> retention,
    Function<Medium, String> medium,
    Function<Pins.Report, String> board) {}
