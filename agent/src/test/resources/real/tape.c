/* Preloaded into a process: writes down, in their one true order, what it does to SQLite's files and what it says. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum what { WRITTEN = 'w', SYNCED = 's', CUT = 'c', REMOVED = 'r', SAID = 'a' };

struct note {
  uint32_t what;
  uint32_t length;
  uint64_t offset;
  char file[16];
};

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int tape = -1;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("TAPE");
  tape = path ? open(path, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
}

static void put(const void *bytes, size_t length) {
  while (length > 0) {
    ssize_t put = syscall(SYS_write, tape, bytes, length);
    if (put < 0) {
      perror("tape");
      abort();
    }
    bytes = (const char *)bytes + put;
    length -= (size_t)put;
  }
}

static void note(enum what what, const char *file, uint64_t offset, const void *bytes, size_t length) {
  struct note note = {.what = what, .length = (uint32_t)length, .offset = offset};
  strncpy(note.file, file, sizeof note.file - 1);
  put(&note, sizeof note);
  put(bytes, length);
}

static const char *of_path(const char *path) {
  size_t length = strlen(path);
  if (length > 3 && strcmp(path + length - 3, ".db") == 0) return ".db";
  if (length > 4 && strcmp(path + length - 4, "-wal") == 0) return "-wal";
  if (length > 8 && strcmp(path + length - 8, "-journal") == 0) return "-journal";
  return NULL;
}

static const char *of(int fd) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (tape < 0 || length < 0) return NULL;
  path[length] = 0;
  return of_path(path);
}

static ssize_t pwrite_at(int fd, const void *bytes, size_t length, off_t offset) {
  pthread_mutex_lock(&turn);
  ssize_t written = syscall(SYS_pwrite64, fd, bytes, length, offset);
  const char *file = of(fd);
  if (file && written > 0) note(WRITTEN, file, (uint64_t)offset, bytes, (size_t)written);
  pthread_mutex_unlock(&turn);
  return written;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite_at(fd, bytes, length, offset); }

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t offset) { return pwrite_at(fd, bytes, length, offset); }

ssize_t write(int fd, const void *bytes, size_t length) {
  if (fd != STDOUT_FILENO || tape < 0) return syscall(SYS_write, fd, bytes, length);
  pthread_mutex_lock(&turn);
  ssize_t written = syscall(SYS_write, fd, bytes, length);
  if (written > 0) note(SAID, "", 0, bytes, (size_t)written);
  pthread_mutex_unlock(&turn);
  return written;
}

static int sync_by(long call, int fd) {
  pthread_mutex_lock(&turn);
  int failed = (int)syscall(call, fd);
  const char *file = of(fd);
  if (file && !failed) note(SYNCED, file, 0, "", 0);
  pthread_mutex_unlock(&turn);
  return failed;
}

int fsync(int fd) { return sync_by(SYS_fsync, fd); }

int fdatasync(int fd) { return sync_by(SYS_fdatasync, fd); }

static int cut_to(int fd, off_t length) {
  pthread_mutex_lock(&turn);
  int failed = (int)syscall(SYS_ftruncate, fd, length);
  const char *file = of(fd);
  if (file && !failed) note(CUT, file, (uint64_t)length, "", 0);
  pthread_mutex_unlock(&turn);
  return failed;
}

int ftruncate(int fd, off_t length) { return cut_to(fd, length); }

int ftruncate64(int fd, off_t length) { return cut_to(fd, length); }

int unlink(const char *path) {
  pthread_mutex_lock(&turn);
  int failed = (int)syscall(SYS_unlink, path);
  const char *file = tape < 0 ? NULL : of_path(path);
  if (file && !failed) note(REMOVED, file, 0, "", 0);
  pthread_mutex_unlock(&turn);
  return failed;
}
