/* The least that reads registers: libmodbus in a loop. Prints the milliseconds of each scan when told how many.
   master tcp HOST:PORT | rtu PATH:BAUD  ADDRESS REGISTERS PER-REQUEST PAUSE-MS PERIOD-MS SCANS (0: for ever, in silence)
   On a serial line it keeps the silence of 3.5 characters before each question. */
#include <errno.h>
#include <modbus.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>

static double now_millis(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void rest(double millis) {
  if (millis > 0) {
    struct timespec time = {(long)(millis / 1e3), (long)((millis - 1e3 * (long)(millis / 1e3)) * 1e6)};
    nanosleep(&time, NULL);
  }
}

static modbus_t *line_to(const char *kind, char *where, double *silence_millis) {
  char *colon = strrchr(where, ':');
  int number = atoi(colon + 1);
  *colon = 0;
  if (strcmp(kind, "tcp") == 0) {
    *silence_millis = 0;
    return modbus_new_tcp(where, number);
  }
  *silence_millis = 3.5 * 10 * 1e3 / number;
  return modbus_new_rtu(where, number, 'N', 8, 1);
}

static void scan(modbus_t *line, int address, int left, int most, double pause_millis) {
  uint16_t values[MODBUS_MAX_READ_REGISTERS];
  while (left > 0) {
    int count = left < most ? left : most;
    rest(pause_millis);
    if (modbus_read_registers(line, address, count, values) != count) {
      fprintf(stderr, "read %d registers at %d: %s\n", count, address, modbus_strerror(errno));
      exit(1);
    }
    address += count;
    left -= count;
  }
}

int main(int count, char **words) {
  if (count != 9) {
    fprintf(stderr, "master tcp|rtu WHERE ADDRESS REGISTERS PER-REQUEST PAUSE-MS PERIOD-MS SCANS\n");
    return 2;
  }
  prctl(PR_SET_TIMERSLACK, 1L);
  double silence_millis;
  modbus_t *line = line_to(words[1], words[2], &silence_millis);
  int most = atoi(words[5]), period = atoi(words[7]), scans = atoi(words[8]);
  double pause = atof(words[6]) > silence_millis ? atof(words[6]) : silence_millis;
  modbus_set_slave(line, 1);
  modbus_set_response_timeout(line, 2, 0);
  if (modbus_connect(line) != 0) {
    perror("connect");
    return 1;
  }
  for (int done = 0; scans == 0 || done < scans; done++) {
    double began = now_millis();
    scan(line, atoi(words[3]), atoi(words[4]), most, pause);
    if (scans > 0) {
      printf("%.3f\n", now_millis() - began);
    }
    rest(began + period - now_millis());
  }
  return 0;
}
