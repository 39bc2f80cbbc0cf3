/** Headings of a unit's register as it is kept in a spreadsheet, in Malay and out of order. */
export const registerHeads = [
  ...['Bil.', 'Tarikh Aduan', 'Masa', 'Sumber Aduan', 'Nama Pengadu', 'No. Telefon', 'E-mel'],
  ...['Kategori', 'Keterangan Aduan', 'Negeri', 'Daerah', 'Jalan', 'KM', 'Lokasi'],
  ...['Dimajukan ke', 'Tarikh dimajukan', 'Status', 'Tarikh jawapan', 'Tarikh selesai', 'Catatan'],
]

/** What those columns hold. */
export const registerColumns = [
  ...(['oldReference', 'received', 'receivedTime', 'channel', 'name', 'phone', 'email'] as const),
  ...(['kind', 'what', 'state', 'district', 'road', 'kilometre', 'place'] as const),
  ...(['agency', 'forwarded', 'status', 'answered', 'closed', 'remarks'] as const),
]

type Cells = (string | number | Date | null)[]

/** Places of the columns, to put a mistake where it is meant. */
export const columnAt = Object.fromEntries(
  registerColumns.map((field, place) => [field, place]),
) as Readonly<Record<(typeof registerColumns)[number], number>>

/**
 * Rows of the year 2025, all of them sound but those whose number is named, from 1. Every fifth is
 * closed, every tenth has no name, every seventh was forwarded.
 */
export function registerRows(
  count: number,
  bad: Readonly<
    Record<number, Readonly<Partial<Record<(typeof registerColumns)[number], string>>>>
  > = {},
): Cells[] {
  return Array.from({ length: count }, (_, place) => {
    const row = place + 1
    const received = new Date(Date.UTC(2025, 0, 1 + (place % 300)))
    const later = (days: number) => new Date(received.getTime() + days * 86_400_000)
    const isClosed = row % 5 === 0
    const isForwarded = row % 7 === 0
    const cells: Cells = [
      ...[`A-${row}/2025`, received, '9.30 pagi', place % 2 === 0 ? 'FB' : 'Telefon'],
      ...(row % 10 === 0
        ? ['Tanpa nama', '-', '-']
        : [`Pengadu Nombor ${row % 400}`, `+6012-${3_000_000 + (row % 400)}`, '']),
      ...['Jalan Persekutuan', `Lubang nombor ${row} di lorong kiri, bahaya waktu malam.`],
      ...['Pahang', 'Raub', 'FT 08', `${row % 90}.5`, 'Hadapan sekolah'],
      ...(isForwarded ? ['JKR Ibu Pejabat', later(1)] : ['', null]),
      isClosed ? 'Selesai' : isForwarded ? 'Dimajukan' : 'Dalam tindakan',
      ...(isClosed ? [later(1), later(3)] : [null, null]),
      row % 3 === 0 ? 'Telah dihubungi' : '',
    ]
    for (const [field, value] of Object.entries(bad[row] ?? {})) {
      cells[columnAt[field as keyof typeof columnAt]] = value
    }
    return cells
  })
}

/** The same as separated values: days as people write them. */
export function registerCsv(heads: readonly string[], rows: readonly Cells[]): string {
  const cell = (value: Cells[number]): string => {
    if (value instanceof Date) {
      const [year, month, day] = value.toISOString().slice(0, 10).split('-')
      return `${day ?? ''}/${month ?? ''}/${year ?? ''}`
    }
    const text = String(value ?? '')
    return /[",;\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  return [heads, ...rows].map((row) => row.map((each) => cell(each)).join(',')).join('\r\n')
}
