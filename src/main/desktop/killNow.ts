/**
 * Ends a process at once, even one that is stuck in native code or stopped: `kill()` of a utility
 * process asks it (SIGTERM), which such a process does not hear.
 */
export function killNow(child: Electron.UtilityProcess): void {
  if (child.pid === undefined) {
    child.kill()
    return
  }
  try {
    process.kill(child.pid, 'SIGKILL')
  } catch {
    // It has ended in the meantime.
  }
}
