/** One event of an iCalendar file: its properties by name, parameters kept with the value. */
export type CalendarEvent = Readonly<Record<string, string>>

/** Events of an iCalendar file, read by hand (RFC 5545, 3.1): lines unfolded, texts unescaped. */
export function eventsOf(ics: string): CalendarEvent[] {
  if (/[^\r]\n/.test(ics)) throw new Error('A line ends without a carriage return')
  for (const line of ics.split('\r\n')) {
    if (Buffer.byteLength(line) > 75) throw new Error(`A line is too long: ${line}`)
  }
  const events: Record<string, string>[] = []
  let event: Record<string, string> | null = null
  for (const line of ics.replaceAll('\r\n ', '').split('\r\n')) {
    if (line === 'BEGIN:VEVENT') event = {}
    else if (line === 'END:VEVENT') {
      if (event !== null) events.push(event)
      event = null
    } else if (event !== null) {
      const [, name = '', parameters = '', value = ''] =
        /^([A-Z-]+)((?:;[^:]*)?):(.*)$/.exec(line) ?? []
      event[name + parameters] = value
        .replaceAll('\\n', '\n')
        .replace(/\\([\\;,])/g, (_, sign: string) => sign)
    }
  }
  return events
}
