/* Two pseudo-terminals joined by a wire that takes its time: in each direction one byte per BITS/BAUD seconds.
   wire NEAR FAR BAUD BITS   makes both links, says "ready", ends with SIGTERM */
#define _GNU_SOURCE
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { ROOM = 65536 };

typedef long long nanos;

/* Bytes on their way to the end `to`; the first of them arrives at `due`. */
struct direction {
  int from, to;
  nanos due;
  unsigned char bytes[ROOM];
  unsigned first, last;
};

static nanos now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int end(const char *link) {
  int master, slave;
  struct termios raw;
  char name[128];
  cfmakeraw(&raw);
  raw.c_cflag = CS8 | CREAD | CLOCAL;
  raw.c_cc[VMIN] = 1;
  raw.c_cc[VTIME] = 0;
  cfsetspeed(&raw, B9600);
  /* The slave end stays open here: a master that comes and goes does not hang up the line. */
  if (openpty(&master, &slave, name, &raw, NULL) != 0 || symlink(name, link) != 0) {
    perror(link);
    exit(1);
  }
  fcntl(master, F_SETFL, O_NONBLOCK);
  return master;
}

static void take(struct direction *way, nanos per_byte) {
  unsigned char heard[4096];
  ssize_t count = read(way->from, heard, sizeof heard);
  if (count > 0 && way->first == way->last) {
    way->due = now() + per_byte;
  }
  for (ssize_t i = 0; i < count; i++) {
    way->bytes[way->last++ % ROOM] = heard[i];
  }
}

static void deliver(struct direction *way, nanos per_byte) {
  while (way->first != way->last && way->due <= now()) {
    if (write(way->to, &way->bytes[way->first++ % ROOM], 1) != 1) {
      perror("write");
    }
    way->due += per_byte;
  }
}

static nanos left(const struct direction *way, nanos at_most) {
  if (way->first == way->last) {
    return at_most;
  }
  nanos wait = way->due - now();
  return wait < 0 ? 0 : wait < at_most ? wait : at_most;
}

int main(int count, char **words) {
  if (count != 5) {
    fprintf(stderr, "wire NEAR FAR BAUD BITS\n");
    return 2;
  }
  prctl(PR_SET_TIMERSLACK, 1L);
  nanos per_byte = atoi(words[4]) * 1000000000LL / atoi(words[3]);
  int near = end(words[1]), far = end(words[2]);
  static struct direction out, back;
  out.from = back.to = near;
  out.to = back.from = far;
  puts("ready");
  fflush(stdout);
  for (;;) {
    struct pollfd ends[] = {{near, POLLIN, 0}, {far, POLLIN, 0}};
    nanos wait = left(&out, left(&back, 1000000000LL));
    struct timespec until = {wait / 1000000000LL, wait % 1000000000LL};
    ppoll(ends, 2, &until, NULL);
    if (ends[0].revents & POLLIN) {
      take(&out, per_byte);
    }
    if (ends[1].revents & POLLIN) {
      take(&back, per_byte);
    }
    deliver(&out, per_byte);
    deliver(&back, per_byte);
  }
}
