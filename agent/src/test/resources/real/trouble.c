/* Preloaded into a process: what it writes to SQLite's files fails with the error number in the file that TROUBLE names, while that is there. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

static int is_ours(const char *path) {
  size_t length = strlen(path);
  return (length > 3 && strcmp(path + length - 3, ".db") == 0) || (length > 4 && strcmp(path + length - 4, "-wal") == 0);
}

static int is_our(int fd) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_ours(path);
}

static int trouble(void) {
  const char *path = getenv("TROUBLE");
  int fd = path ? (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY, 0) : -1;
  if (fd < 0) return 0;
  char number[16] = {0};
  ssize_t length = syscall(SYS_read, fd, number, sizeof number - 1);
  syscall(SYS_close, fd);
  return length > 0 ? atoi(number) : 0;
}

/* Whether it fails; then errno says why. */
static int fails(int concerned) {
  int number = concerned ? trouble() : 0;
  if (number) errno = number;
  return number != 0;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t offset) {
  return fails(is_our(fd)) ? -1 : syscall(SYS_pwrite64, fd, bytes, length, offset);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }

int fsync(int fd) { return fails(is_our(fd)) ? -1 : (int)syscall(SYS_fsync, fd); }

int fdatasync(int fd) { return fails(is_our(fd)) ? -1 : (int)syscall(SYS_fdatasync, fd); }

int ftruncate64(int fd, off_t length) { return fails(is_our(fd)) ? -1 : (int)syscall(SYS_ftruncate, fd, length); }

int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

/* A disk that became read-only is not opened for writing any more; one with bad sectors is. */
int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  if ((flags & O_ACCMODE) != O_RDONLY && is_ours(path) && trouble() == EROFS) {
    errno = EROFS;
    return -1;
  }
  return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open64(path, flags, mode);
}

int access(const char *path, int mode) {
  if ((mode & W_OK) && is_ours(path) && trouble() == EROFS) {
    errno = EROFS;
    return -1;
  }
  return (int)syscall(SYS_faccessat, AT_FDCWD, path, mode);
}
