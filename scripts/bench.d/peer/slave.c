/* A Modbus slave on libmodbus, unit 1. Every second register moves each second, so that there is news to tell.
   slave tcp PORT | slave rtu PATH:BAUD
   On a serial line it keeps the silence of 3.5 characters before it answers, as the standard wants. */
#include <errno.h>
#include <modbus.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { REGISTERS = 10000, CLIENTS = 8, BITS_PER_BYTE = 10 };

static modbus_mapping_t *map;

static void move_registers(void) {
  for (int i = 0; i < REGISTERS; i += 2) {
    map->tab_registers[i] = map->tab_input_registers[i] = 100 + time(NULL) % 50;
  }
}

static void answer(modbus_t *line, long silence_nanos) {
  uint8_t question[MODBUS_TCP_MAX_ADU_LENGTH];
  int length = modbus_receive(line, question);
  if (length < 0 && (errno == ECONNRESET || errno == EBADF)) {
    modbus_close(line);
  }
  if (length <= 0) {
    return;
  }
  struct timespec silence = {0, silence_nanos};
  nanosleep(&silence, NULL);
  move_registers();
  modbus_reply(line, question, length, map);
}

static int serve_rtu(char *where) {
  char *colon = strrchr(where, ':');
  int baud = atoi(colon + 1);
  *colon = 0;
  modbus_t *line = modbus_new_rtu(where, baud, 'N', 8, 1);
  modbus_set_slave(line, 1);
  if (modbus_connect(line) != 0) {
    perror(where);
    return 1;
  }
  for (;;) {
    answer(line, 35L * BITS_PER_BYTE * 100000000L / baud);
  }
}

static int serve_tcp(int port) {
  modbus_t *line = modbus_new_tcp("127.0.0.1", port);
  struct pollfd open[1 + CLIENTS] = {{modbus_tcp_listen(line, CLIENTS), POLLIN, 0}};
  int count = 1;
  if (open[0].fd < 0) {
    perror("listen");
    return 1;
  }
  while (poll(open, count, -1) > 0) {
    if (open[0].revents && count <= CLIENTS) {
      open[count++] = (struct pollfd){accept(open[0].fd, NULL, NULL), POLLIN, 0};
    }
    for (int i = count - 1; i > 0; i--) {
      if (open[i].revents) {
        modbus_set_socket(line, open[i].fd);
        answer(line, 0);
        if (modbus_get_socket(line) < 0) {
          open[i] = open[--count];
        }
      }
    }
  }
  return 1;
}

int main(int count, char **words) {
  if (count != 3) {
    fprintf(stderr, "slave tcp PORT | slave rtu PATH:BAUD\n");
    return 2;
  }
  prctl(PR_SET_TIMERSLACK, 1L);
  map = modbus_mapping_new(0, 0, REGISTERS, REGISTERS);
  move_registers();
  return strcmp(words[1], "tcp") == 0 ? serve_tcp(atoi(words[2])) : serve_rtu(words[2]);
}
