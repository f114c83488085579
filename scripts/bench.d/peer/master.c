/* The least that reads registers: libmodbus in a loop. When told how many scans, prints the milliseconds of each
   and the milliseconds of processor time in it.
   master tcp HOST:PORT | rtu PATH:BAUD  ADDRESS REGISTERS PER-REQUEST PAUSE-MS PERIOD-MS SCANS (0: for ever, silent)
   On a serial line it keeps the silence that the standard wants before each question: 3.5 characters, above 19200
   baud 1.75 ms. */
#include <errno.h>
#include <modbus.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <time.h>

static double millis(clockid_t clock) {
  struct timespec now;
  clock_gettime(clock, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static void rest(double time_millis) {
  if (time_millis > 0) {
    long seconds = time_millis / 1e3;
    struct timespec time = {seconds, (long)((time_millis - 1e3 * seconds) * 1e6)};
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
  *silence_millis = number > 19200 ? 1.75 : 3.5 * 10 * 1e3 / number;
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
    double began = millis(CLOCK_MONOTONIC), worked = millis(CLOCK_PROCESS_CPUTIME_ID);
    scan(line, atoi(words[3]), atoi(words[4]), most, pause);
    if (scans > 0) {
      printf("%.3f %.3f\n", millis(CLOCK_MONOTONIC) - began, millis(CLOCK_PROCESS_CPUTIME_ID) - worked);
    }
    rest(began + period - millis(CLOCK_MONOTONIC));
  }
  return 0;
}
