// Days to delivery in words.
export function daysText({ minDays, maxDays }: { minDays: number; maxDays: number }): string {
  if (maxDays === 0) return 'Today';
  if (maxDays === 1) return minDays === 0 ? 'Today or tomorrow' : 'Tomorrow';
  return minDays === maxDays
    ? `In ${maxDays} working days`
    : `In ${minDays} to ${maxDays} working days`;
}
