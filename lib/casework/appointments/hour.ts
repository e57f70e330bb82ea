/** An hour of the day as people type it ("9", "9h30", "09:30", "14 h"): HH:MM, or nothing where it is none. PURE. */
export function readHour(typed: string): string | undefined {
  const found = /^(\d{1,2})(?:\s*[h:.]\s*(\d{2})?)?$/i.exec(typed.trim())
  const [hours, minutes] = [Number(found?.[1]), Number(found?.[2] ?? 0)]
  if (!found || hours > 23 || minutes > 59) return undefined
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`
}

/** A day and an hour in Mali, which keeps UTC all year. */
export const instantAt = (day: string, hour: string): Date => new Date(`${day}T${hour}:00Z`)
