// How long something lasts, in the two largest units: "2 d 3 h", "4 min 09 s".
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function timeLeft(ms: number): string {
  const left = Math.max(0, ms);
  const whole = (unit: number, of = Infinity): number => Math.floor((left % of) / unit);
  if (left >= DAY) return `${whole(DAY)} d ${whole(HOUR, DAY)} h`;
  if (left >= HOUR) return `${whole(HOUR)} h ${whole(MINUTE, HOUR)} min`;
  return `${whole(MINUTE)} min ${String(whole(SECOND, MINUTE)).padStart(2, '0')} s`;
}
