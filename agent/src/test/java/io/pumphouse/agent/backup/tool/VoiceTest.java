package io.pumphouse.agent.backup.tool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines as rsync 3.2.7 and rclone 1.60.1 printed them. */
final class VoiceTest {
  @Test
  void rsyncsBytesAreRead() {
    assertThat(RsyncVoice.progress("      3,000  10%    1.00kB/s    0:00:00")).isEmpty();
    assertThat(
            RsyncVoice.progress("        3000003 100%   39.74MB/s    0:00:00 (xfr#2, to-chk=0/4)"))
        .contains(new Tally(3_000_003, -1));
  }

  @Test
  void aFileNameIsNoProgress() {
    assertThat(RsyncVoice.progress("sent 130 bytes  received 29 bytes")).isEmpty();
  }

  @Test
  void whatThereIsToDoIsReadFromTheDryRun() {
    assertThat(RsyncVoice.toDo("Total transferred file size: 3000003 bytes")).contains(3_000_003L);
    assertThat(RsyncVoice.toDo("Total file size: 3000003 bytes")).isEmpty();
  }

  @Test
  void rclonesStatisticsAreReadFromItsJson() {
    String line =
        "{\"level\":\"warning\",\"msg\":\"\\nTransferred\",\"stats\":{\"bytes\":12,\"eta\":null,"
            + "\"totalBytes\":40,\"transferring\":[{\"bytes\":3}]},\"time\":\"x\"}";
    assertThat(RcloneVoice.progress(line)).contains(new Tally(12, 40));
  }

  @Test
  void aPanicIsAnErrorAsItStands() {
    assertThat(RcloneVoice.progress("panic: {")).isEmpty();
    assertThat(RcloneVoice.isError("panic: {")).isTrue();
    assertThat(RcloneVoice.words("{\"level\"")).isEqualTo("{\"level\"");
  }

  @Test
  void carriageReturnsEndLinesToo() {
    List<String> heard = new ArrayList<>();
    Lines.read(new ByteArrayInputStream("\r a\r b\n\nc".getBytes(UTF_8)), UTF_8, heard::add);
    assertThat(heard).containsExactly(" a", " b", "c");
  }

  @Test
  void aLineWithoutEndIsCut() {
    List<String> heard = new ArrayList<>();
    byte[] long1 = "x".repeat(100_000).getBytes(UTF_8);
    Lines.read(new ByteArrayInputStream(long1), UTF_8, heard::add);
    assertThat(heard.getFirst()).hasSize(16 * 1024);
  }
}
