import { readdirSync, readFileSync } from 'node:fs';

/** One process as `/proc/<pid>/stat` tells it; times in seconds of one core. */
export interface ProcessTime {
  readonly pid: number;
  readonly parent: number;
  /** Used by the process itself, user and system. */
  readonly own: number;
  /** Used by children that have ended and been waited for, and by theirs. */
  readonly endedChildren: number;
}

/** USER_HZ is 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Reads one line of `/proc/<pid>/stat` (proc(5)); the name in brackets may hold anything, brackets and blanks too. */
export function parseStat(line: string): ProcessTime {
  const pid = Number(line.slice(0, line.indexOf(' ')));
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  // Counted from the state: ppid is field 4 of the line, utime 14, stime 15, cutime 16, cstime 17.
  const at = (field: number): number => Number(fields[field - 3]);
  return {
    pid,
    parent: at(4),
    own: (at(14) + at(15)) / TICKS_PER_SECOND,
    endedChildren: (at(16) + at(17)) / TICKS_PER_SECOND,
  };
}

/** Seconds of processor time that `root` and everything below it have used up to now, ended processes included. */
export function treeTime(processes: readonly ProcessTime[], root: number): number {
  const children = Map.groupBy(processes, (process) => process.parent);
  const byPid = new Map(processes.map((process) => [process.pid, process]));
  const seen = new Set<number>();
  const open = [root];
  let seconds = 0;
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    const process = byPid.get(pid);
    if (process === undefined || seen.has(pid)) continue;
    seen.add(pid);
    seconds += process.own + process.endedChildren;
    open.push(...(children.get(pid) ?? []).map((child) => child.pid));
  }
  return seconds;
}

/** All processes of this machine, now. */
export function readProcesses(): readonly ProcessTime[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [parseStat(readFileSync(`/proc/${name}/stat`, 'utf8'))];
      } catch {
        // It ended between the listing and the reading; its time is now in its parent's account.
        return [];
      }
    });
}

/** What all cores have used up to now, in seconds of one, as the first line of `/proc/stat` tells it (proc(5)): all but idle and waiting. */
export function parseMachine(stat: string): number {
  const [, user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, steal = 0] = (stat.split('\n')[0] ?? '')
    .split(/\s+/)
    .map(Number);
  return (user + nice + system + irq + softirq + steal) / TICKS_PER_SECOND;
}

/** The same for this machine, now. */
export function readMachine(): number {
  return parseMachine(readFileSync('/proc/stat', 'utf8'));
}
