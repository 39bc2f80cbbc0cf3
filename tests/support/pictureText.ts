/**
 * What test posters say: the kind of sentences a public-works communication unit publishes.
 * Two sets that share no sentence, so that what was tuned on one is reported on the other.
 */
export interface Sentences {
  titles: readonly string[]
  lines: readonly string[]
  footers: readonly string[]
}

export const sentences: Record<'tuning' | 'reporting', Sentences> = {
  tuning: {
    titles: [
      'Penutupan sementara Jalan Persekutuan 5',
      'Program Gotong-royong Perdana',
      'Majlis Perasmian Jambatan Baharu',
      'Notis kerja penyelenggaraan cerun',
      'Hari Terbuka Jabatan Kerja Raya',
      'Laluan alternatif musim perayaan',
      'Kempen keselamatan di tapak bina',
    ],
    lines: [
      'Tarikh: 14 Mac 2026 (Sabtu)',
      'Masa: 8.30 pagi hingga 12.30 tengah hari',
      'Tempat: Dewan Serbaguna Temerloh, Pahang',
      'Orang ramai dinasihatkan merancang perjalanan lebih awal.',
      'Sila patuhi papan tanda dan arahan petugas di lokasi.',
      'Kerja turapan semula melibatkan lorong kiri sahaja.',
      'Sebarang aduan boleh disalurkan melalui talian 1-800-88-5004.',
      'Kenderaan berat dikehendaki menggunakan Jalan Lencongan.',
      'Kehadiran adalah percuma dan terbuka kepada semua.',
      'Projek ini dijangka siap pada suku ketiga tahun 2026.',
      'Lampu isyarat baharu mula berfungsi pada 2 April 2026.',
      'Kelajuan maksimum di kawasan kerja ialah 30 km/j.',
    ],
    footers: [
      'Bahagian Komunikasi Korporat, Ibu Pejabat JKR',
      'Maklumat lanjut: 03-2610 8888 | aduan.jkr.example',
      'Diterbitkan pada 3 Mac 2026 oleh JKR Negeri Pahang',
    ],
  },
  reporting: {
    titles: [
      'Makluman gangguan lalu lintas di Kuala Krai',
      'Sesi libat urus bersama komuniti',
      'Naik taraf simpang Bandar Baru Uda',
      'Bengkel penulisan berita dan foto',
      'Ringkasan kemajuan projek hospital',
      'Jerayawara kerjaya kejuruteraan',
      'Ucapan takziah dan penghargaan',
    ],
    lines: [
      'Bermula 27 Ogos 2027 jam 9.45 malam',
      'Bilik Mesyuarat Seroja, Aras 7, Menara Kerja Raya',
      'Pengguna dari arah Jeli diminta melalui FT004.',
      'Pendaftaran ditutup pada hari Khamis, 19 Ogos 2027.',
      'Jambatan keluli sepanjang 168 meter ini menggantikan struktur lama.',
      'Peserta digalakkan membawa komputer riba sendiri.',
      'Hubungi Puan Zaharah di 09-747 1623 sambungan 205.',
      'Nilai kontrak RM12.75 juta, kemajuan semasa 63.4%.',
      'Terima kasih atas kesabaran dan kerjasama semua pihak.',
      'Pemantauan dibuat setiap hari sehingga keadaan pulih sepenuhnya.',
      'Bas ulang-alik disediakan dari stesen keretapi setiap 15 minit.',
      'Jangan buang sampah ke dalam longkang dan parit.',
    ],
    footers: [
      'Unit Perhubungan Awam, JKR Daerah Kuala Krai',
      'Emel: komunikasi@jkr.example  Tel: 09-966 4127',
      'Dikemas kini 21/08/2027, 4.10 petang',
    ],
  },
}

/** Characters a proof-reader could miss; in DejaVu most of these pairs have the same width. */
const lookalikes: Record<string, string> = {
  '0': '8',
  '1': '7',
  '2': '3',
  '3': '8',
  '4': '1',
  '5': '6',
  '6': '5',
  '7': '1',
  '8': '3',
  '9': '0',
  a: 'e',
  b: 'h',
  c: 'e',
  d: 'b',
  e: 'é',
  g: 'q',
  h: 'n',
  i: 'l',
  j: 'i',
  k: 'h',
  l: 'i',
  m: 'n',
  n: 'u',
  o: 'ö',
  p: 'q',
  r: 't',
  s: 'z',
  t: 'l',
  u: 'n',
  w: 'v',
  y: 'v',
  '.': ',',
  ',': '.',
  ':': ';',
  '-': '.',
}

/** The same line with the first look-alike at or after `from` (wrapping round) put in. */
export function withOneCharacterChanged(line: string, from: number): string {
  for (let step = 0; step < line.length; step++) {
    const at = (from + step) % line.length
    const other = lookalikes[line.charAt(at)]
    if (other !== undefined) return line.slice(0, at) + other + line.slice(at + 1)
  }
  throw new Error(`nothing in "${line}" has a look-alike`)
}
