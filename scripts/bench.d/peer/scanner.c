/* The least that makes given requests: libmodbus on a serial line, asked over standard input.
   scanner PATH:BAUD
   Line in:   SCANS REQUEST,REQUEST…   such as: 5 holding 3-12,input 7
   Lines out: the milliseconds of each scan, from the end of the one before, then the requests.
   It keeps the silence that the standard wants before each question: 3.5 characters, above 19200 baud 1.75 ms. */
#include <errno.h>
#include <modbus.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>

static double millis(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static int read_from(modbus_t *line, const char *space, int first, int count) {
  static uint16_t words[MODBUS_MAX_READ_REGISTERS];
  static uint8_t bits[MODBUS_MAX_READ_BITS];
  switch (space[0]) {
    case 'h': return modbus_read_registers(line, first, count, words);
    case 'i': return modbus_read_input_registers(line, first, count, words);
    case 'c': return modbus_read_bits(line, first, count, bits);
    default: return modbus_read_input_bits(line, first, count, bits);
  }
}

static void scan(modbus_t *line, const char *requests, const struct timespec *silence) {
  char space[16];
  for (const char *each = requests; each; each = strchr(each, ',') ? strchr(each, ',') + 1 : NULL) {
    int first, last;
    int numbers = sscanf(each, "%15s %d-%d", space, &first, &last) - 1;
    int count = numbers == 2 ? last - first + 1 : 1;
    nanosleep(silence, NULL);
    if (read_from(line, space, first, count) != count) {
      fprintf(stderr, "read %d of %s at %d: %s\n", count, space, first, modbus_strerror(errno));
      exit(1);
    }
  }
}

int main(int count, char **words) {
  char *colon = count == 2 ? strrchr(words[1], ':') : NULL;
  if (!colon) {
    fprintf(stderr, "scanner PATH:BAUD\n");
    return 2;
  }
  *colon = 0;
  int baud = atoi(colon + 1);
  struct timespec silence = {0, baud > 19200 ? 1750000L : (long)(3.5 * 10 * 1e9 / baud)};
  prctl(PR_SET_TIMERSLACK, 1L);
  modbus_t *line = modbus_new_rtu(words[1], baud, 'N', 8, 1);
  modbus_set_slave(line, 1);
  modbus_set_response_timeout(line, 2, 0);
  if (modbus_connect(line) != 0) {
    perror("connect");
    return 1;
  }
  puts("ready");
  fflush(stdout);
  static char asked[8192];
  while (fgets(asked, sizeof asked, stdin)) {
    asked[strcspn(asked, "\n")] = 0;
    char *requests = strchr(asked, ' ') + 1;
    double ended = millis();
    for (int left = atoi(asked); left > 0; left--) {
      scan(line, requests, &silence);
      double now = millis();
      printf("%.3f\n", now - ended);
      ended = now;
    }
    puts(requests);
    fflush(stdout);
  }
  return 0;
}
