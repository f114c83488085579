/* A Modbus slave on libmodbus, unit 1; says "ready" when it listens.
   slave tcp PORT [steered] | slave rtu PATH:BAUD [steered]
   Every second register moves each second, so that there is news to tell, between 0 and 1, which all can hold. Steered, it holds what standard input says:
     set KIND ADDRESS VALUE | fill KIND FROM TO VALUE | forget KIND ADDRESS     KIND: coil, discrete, holding, input
   It says "ok" to each, and refuses whatever touches a forgotten address with exception 2.
   On a serial line it keeps the silence that the standard wants before it answers: 3.5 characters, above 19200 baud
   1.75 ms. */
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

enum { ADDRESSES = 10000, CLIENTS = 8, KINDS = 4 };

/* A kind's place here is its function code less one. */
static const char *const kinds[KINDS] = {"coil", "discrete", "holding", "input"};
static char forgotten[KINDS][ADDRESSES];
static modbus_mapping_t *map;
static int steering = -1;

static void say(const char *word) {
  puts(word);
  fflush(stdout);
}

static int number_of(const char *kind) {
  for (int i = 0; i < KINDS; i++) {
    if (strcmp(kind, kinds[i]) == 0) {
      return i;
    }
  }
  fprintf(stderr, "there is no kind %s\n", kind);
  exit(2);
}

static void fill(int kind, int from, int to, int value) {
  uint8_t *bits[] = {map->tab_bits, map->tab_input_bits};
  uint16_t *words[] = {map->tab_registers, map->tab_input_registers};
  for (int i = from; i <= to && i < ADDRESSES; i++) {
    if (kind < 2) {
      bits[kind][i] = value != 0;
    } else {
      words[kind - 2][i] = value;
    }
  }
}

static void obey(void) {
  char line[80], kind[9];
  unsigned from, to, value;
  if (fgets(line, sizeof line, stdin) == NULL) {
    exit(0);
  }
  if (sscanf(line, "set %8s %u %u", kind, &from, &value) == 3) {
    fill(number_of(kind), from, from, value);
  } else if (sscanf(line, "fill %8s %u %u %u", kind, &from, &to, &value) == 4) {
    fill(number_of(kind), from, to, value);
  } else if (sscanf(line, "forget %8s %u", kind, &from) == 2 && from < ADDRESSES) {
    forgotten[number_of(kind)][from] = 1;
  } else {
    fprintf(stderr, "not understood: %s", line);
    exit(2);
  }
  say("ok");
}

static void move_registers(void) {
  for (int i = 0; i < ADDRESSES; i += 2) {
    map->tab_registers[i] = map->tab_input_registers[i] = time(NULL) % 2;
  }
}

static int is_forgotten(const uint8_t *request) {
  int kind = request[0] - 1;
  int from = request[1] << 8 | request[2], count = request[3] << 8 | request[4];
  return kind >= 0 && kind < KINDS && from + count <= ADDRESSES && memchr(&forgotten[kind][from], 1, count) != NULL;
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
  if (steering < 0) {
    move_registers();
  }
  if (is_forgotten(question + modbus_get_header_length(line))) {
    modbus_reply_exception(line, question, MODBUS_EXCEPTION_ILLEGAL_DATA_ADDRESS);
  } else {
    modbus_reply(line, question, length, map);
  }
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
  struct pollfd open[] = {{steering, POLLIN, 0}, {modbus_get_socket(line), POLLIN, 0}};
  say("ready");
  while (poll(open, 2, -1) > 0 && (open[1].revents & ~POLLIN) == 0) {
    if (open[0].revents) {
      obey();
    }
    if (open[1].revents) {
      answer(line, baud > 19200 ? 1750000 : 35000000000L / baud);
    }
  }
  fprintf(stderr, "%s: the line is gone\n", where);
  return 1;
}

static int serve_tcp(int port) {
  modbus_t *line = modbus_new_tcp("127.0.0.1", port);
  struct pollfd open[2 + CLIENTS] = {{steering, POLLIN, 0}, {modbus_tcp_listen(line, CLIENTS), POLLIN, 0}};
  int count = 2;
  if (open[1].fd < 0) {
    perror("listen");
    return 1;
  }
  say("ready");
  while (poll(open, count, -1) > 0) {
    if (open[0].revents) {
      obey();
    }
    for (int i = count - 1; i > 1; i--) {
      if (open[i].revents) {
        modbus_set_socket(line, open[i].fd);
        answer(line, 0);
        if (modbus_get_socket(line) < 0) {
          open[i] = open[--count];
        }
      }
    }
    if (open[1].revents && count < 2 + CLIENTS) {
      open[count++] = (struct pollfd){accept(open[1].fd, NULL, NULL), POLLIN, 0};
    }
  }
  return 1;
}

int main(int count, char **words) {
  int is_steered = count == 4 && strcmp(words[3], "steered") == 0;
  if (count != 3 && !is_steered) {
    fprintf(stderr, "slave tcp PORT [steered] | slave rtu PATH:BAUD [steered]\n");
    return 2;
  }
  prctl(PR_SET_TIMERSLACK, 1L);
  map = modbus_mapping_new(ADDRESSES, ADDRESSES, ADDRESSES, ADDRESSES);
  steering = is_steered ? STDIN_FILENO : -1;
  return strcmp(words[1], "tcp") == 0 ? serve_tcp(atoi(words[2])) : serve_rtu(words[2]);
}
