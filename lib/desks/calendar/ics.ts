/** One time in a calendar file: an instant and how long, or a whole day. */
export type IcsEvent = { uid: string } & ({ at: Date; minutes: number } | { day: string })
type File = { events: readonly IcsEvent[]; summary: string; now: Date }

/** 20140702T093000Z */
const instant = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '')
const escaped = (text: string): string => text.replace(/[\\;,]/g, (one) => `\\${one}`).replaceAll('\n', '\\n')

/** Lines of at most 75 octets, what follows indented by a space; never inside a character (RFC 5545 §3.1). */
export function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const one of line) {
    // Every line but the first begins with the space that folds it.
    const room = parts.length === 0 ? 75 : 74
    if (Buffer.byteLength(part + one) > room) {
      parts.push(part)
      part = ''
    }
    part += one
  }
  return [...parts, part].join('\r\n ')
}

/**
 * A calendar file as RFC 5545 has it: UTC, lines ended by CRLF and folded. It says the same words of every time: who takes it along
 * may lose the telephone. PURE.
 */
export function icsOf({ events, summary, now }: File): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Relais//Relais//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...events.flatMap((event) => [
      'BEGIN:VEVENT',
      `UID:${event.uid}@relais.invalid`,
      `DTSTAMP:${instant(now)}`,
      ...('day' in event
        ? [`DTSTART;VALUE=DATE:${event.day.replaceAll('-', '')}`]
        : [`DTSTART:${instant(event.at)}`, `DURATION:PT${event.minutes}M`]),
      `SUMMARY:${escaped(summary)}`,
      'CLASS:PRIVATE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
