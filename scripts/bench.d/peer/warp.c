/* Preloaded into a process: its clocks run WARP times as fast, and so do its waits. They do so from the moment WARP_FROM of CLOCK_MONOTONIC
   on, at which its wall clock showed WARP_WALL (both in nanoseconds), so that one life follows another. The file that WARP_SET names tells by
   how many seconds its wall clock is set wrong, and whether a time server vouches for it: two numbers of 8 bytes, which may change at any
   moment. Times of files stay those of the machine. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/select.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <sys/timex.h>
#include <time.h>
#include <unistd.h>

typedef long long nanos;

enum { SECOND = 1000000000, WALLS = 1000000000 }; /* absolute times of more seconds than these are of the wall clock */

static nanos speed, from, wall_from;
static const volatile nanos *set;

static nanos machine(clockid_t clock) {
  struct timespec time;
  syscall(SYS_clock_gettime, clock, &time);
  return time.tv_sec * (nanos)SECOND + time.tv_nsec;
}

__attribute__((constructor)) static void begin(void) {
  speed = atoll(getenv("WARP"));
  from = atoll(getenv("WARP_FROM"));
  wall_from = atoll(getenv("WARP_WALL"));
  int file = (int)syscall(SYS_openat, AT_FDCWD, getenv("WARP_SET"), O_RDONLY, 0);
  void *shared = mmap(NULL, 2 * sizeof(nanos), PROT_READ, MAP_SHARED, file, 0);
  if (shared == MAP_FAILED) _exit(1);
  set = shared;
  syscall(SYS_close, file);
}

static nanos warped(clockid_t clock) {
  nanos gone = (machine(CLOCK_MONOTONIC) - from) * speed;
  switch (clock) {
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE:
      return wall_from + gone + set[0] * SECOND;
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_BOOTTIME:
      return from + gone;
    default: /* processor time */
      return machine(clock);
  }
}

static struct timespec spec(nanos time) { return (struct timespec){time / SECOND, time % SECOND}; }

static nanos of(const struct timespec *time) { return time->tv_sec * (nanos)SECOND + time->tv_nsec; }

int clock_gettime(clockid_t clock, struct timespec *time) {
  *time = spec(warped(clock));
  return 0;
}

int gettimeofday(struct timeval *time, void *zone) {
  (void)zone;
  nanos now = warped(CLOCK_REALTIME);
  *time = (struct timeval){now / SECOND, now % SECOND / 1000};
  return 0;
}

time_t time(time_t *into) {
  time_t now = warped(CLOCK_REALTIME) / SECOND;
  if (into) *into = now;
  return now;
}

/* The kernel's word on whether the clock is right. */
static int told_adjtimex(struct timex *words) {
  memset(words, 0, sizeof *words);
  words->status = set[1] ? 0 : STA_UNSYNC;
  return set[1] ? TIME_OK : TIME_ERROR;
}

/* A JVM looks adjtimex up in the C library, where preloading alone changes nothing. */
void *dlsym(void *library, const char *name) {
  static void *(*real)(void *, const char *);
  if (!real) real = dlvsym(RTLD_NEXT, "dlsym", "GLIBC_2.2.5");
  return strcmp(name, "adjtimex") == 0 ? (void *)told_adjtimex : real(library, name);
}

static nanos slow(nanos left) { return left <= 0 ? left : (left + speed - 1) / speed; }

/* Deadlines of either clock; a wait that ends a little early is asked for again by whoever waits. */
int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *until) {
  static int (*real)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
  if (!real) real = (int (*)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *))dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
  clockid_t clock = until->tv_sec > WALLS ? CLOCK_REALTIME : CLOCK_MONOTONIC;
  nanos left = of(until) - warped(clock);
  struct timespec then = spec(machine(clock) + (left < 0 ? 0 : slow(left)));
  return real(condition, mutex, &then);
}

int nanosleep(const struct timespec *asked, struct timespec *rest) {
  struct timespec wait = spec(slow(of(asked)));
  if (rest) *rest = (struct timespec){0, 0};
  return (int)syscall(SYS_nanosleep, &wait, NULL);
}

int usleep(useconds_t micros) {
  struct timespec asked = spec(micros * 1000LL);
  return nanosleep(&asked, NULL);
}

int ppoll(struct pollfd *files, nfds_t count, const struct timespec *asked, const sigset_t *mask) {
  struct timespec wait = spec(asked ? slow(of(asked)) : 0);
  return (int)syscall(SYS_ppoll, files, count, asked ? &wait : NULL, mask, 8);
}

int poll(struct pollfd *files, nfds_t count, int millis) {
  struct timespec asked = spec(millis * 1000000LL);
  return ppoll(files, count, millis < 0 ? NULL : &asked, NULL);
}

int epoll_wait(int poll, struct epoll_event *events, int most, int millis) {
  struct timespec wait = spec(slow(millis * 1000000LL));
  return (int)syscall(SYS_epoll_pwait2, poll, events, most, millis < 0 ? NULL : &wait, NULL, 8);
}
