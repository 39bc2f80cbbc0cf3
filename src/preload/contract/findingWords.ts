import type { FindingCode, Remedy } from './findings.ts'

/** One sentence in both languages, with the same placeholders. */
export interface Bilingual {
  readonly ms: string
  readonly en: string
}

/**
 * What is wrong. `{measured}` and `{required}` are the finding's own; `{of}` is what it repeats.
 */
export const findingWords: Readonly<Record<FindingCode, Bilingual>> = {
  'not-found': {
    ms: 'Fail tidak dijumpai, atau pautannya menuju ke fail yang tiada.',
    en: 'The file was not found, or its link leads to a file that does not exist.',
  },
  'no-permission': {
    ms: 'Fail ini tidak boleh dibuka: tiada kebenaran membaca, atau fail sedang digunakan oleh program lain.',
    en: 'The file cannot be opened: reading is not permitted, or another program is using it.',
  },
  'not-a-regular-file': {
    ms: 'Ini bukan fail biasa (contohnya pautan ke folder, paip atau peranti).',
    en: 'This is not an ordinary file (for example a link to a folder, a pipe or a device).',
  },
  'name-not-readable': {
    ms: 'Nama fail mengandungi aksara yang tidak sah.',
    en: 'The file name contains invalid characters.',
  },
  'empty-file': {
    ms: 'Fail ini kosong.',
    en: 'The file is empty.',
  },
  'too-many-bytes': {
    ms: 'Fail terlalu besar: {measured}, had {required}.',
    en: 'The file is too large: {measured}, limit {required}.',
  },
  'too-many-pixels': {
    ms: 'Imej mempunyai terlalu banyak piksel: {measured}, had {required}.',
    en: 'The image has too many pixels: {measured}, limit {required}.',
  },
  'progressive-too-large': {
    ms: 'Imej ini disimpan secara progresif atau berselang (interlaced), maka keseluruhannya perlu dimuat ke dalam memori: {measured}, had {required}.',
    en: 'The image is saved progressively or interlaced, so all of it has to be held in memory: {measured}, limit {required}.',
  },
  'format-too-large': {
    ms: 'Imej dalam format ini perlu dimuat sepenuhnya ke dalam memori: {measured}, had {required}.',
    en: 'An image in this format has to be held in memory whole: {measured}, limit {required}.',
  },
  'unsupported-format': {
    ms: 'Kandungan fail bukan imej dalam format yang disokong.',
    en: 'The content of the file is not an image in a supported format.',
  },
  'heic-not-supported': {
    ms: 'Imej HEIC (format telefon) tidak boleh dibaca di sini.',
    en: 'HEIC images (a phone format) cannot be read here.',
  },
  damaged: {
    ms: 'Fail imej rosak atau tidak lengkap.',
    en: 'The image file is damaged or incomplete.',
  },
  'took-too-long': {
    ms: 'Semakan fail dihentikan kerana melebihi had masa {required}.',
    en: 'Checking the file was stopped because it exceeded the time limit of {required}.',
  },
  'changed-while-reading': {
    ms: 'Fail berubah semasa dibaca.',
    en: 'The file changed while it was being read.',
  },
  'below-minimum': {
    ms: 'Saiz {measured} kurang daripada minimum {required}.',
    en: 'The size {measured} is below the minimum of {required}.',
  },
  'not-recommended-size': {
    ms: 'Saiz {measured} berbeza daripada saiz disyorkan {required}.',
    en: 'The size {measured} differs from the recommended {required}.',
  },
  'wrong-extension': {
    ms: 'Sambungan nama fail {measured} tidak sepadan dengan kandungannya; sepatutnya {required}.',
    en: 'The file extension {measured} does not match the content; it should be {required}.',
  },
  'colour-cmyk': {
    ms: 'Warna imej ialah {measured} (untuk cetakan); paparan skrin memerlukan {required}.',
    en: 'The colours are {measured} (for printing); screens need {required}.',
  },
  'deep-colour': {
    ms: 'Kedalaman warna {measured} setiap saluran; {required} memadai untuk skrin.',
    en: 'The colour depth is {measured} per channel; {required} is enough for screens.',
  },
  animated: {
    ms: 'Imej ini beranimasi; hanya bingkai pertama disemak.',
    en: 'The image is animated; only the first frame was checked.',
  },
  'several-pages': {
    ms: 'Fail mengandungi {measured} halaman; hanya halaman pertama disemak.',
    en: 'The file contains {measured} pages; only the first was checked.',
  },
  vector: {
    ms: 'Ini lukisan vektor ({measured}); media sosial memerlukan {required}.',
    en: 'This is a vector drawing ({measured}); social media need {required}.',
  },
  blank: {
    ms: 'Imej ini kosong: satu warna rata sahaja.',
    en: 'The image is blank: one flat colour only.',
  },
  'location-data': {
    ms: 'Fail menyimpan lokasi tempat gambar diambil (GPS atau nama tempat).',
    en: 'The file records where the picture was taken (GPS or the name of the place).',
  },
  'personal-data': {
    ms: 'Fail menyimpan {measured} butiran peribadi; senarainya di bawah Metadata.',
    en: 'The file records {measured} personal details; they are listed under Metadata.',
  },
  blurred: {
    ms: 'Gambar kabur: tepi yang paling tajam selebar {measured}, had {required}.',
    en: 'The picture is blurred: its sharpest edges are {measured} wide, limit {required}.',
  },
  dark: {
    ms: 'Gambar terlalu gelap: kecerahan tertinggi {measured}, sekurang-kurangnya {required}.',
    en: 'The picture is too dark: it reaches a brightness of {measured}, at least {required} is needed.',
  },
  overexposed: {
    ms: 'Gambar terlebih dedahan: {measured} daripadanya putih tanpa butiran, had {required}.',
    en: 'The picture is overexposed: {measured} of it is white without detail, limit {required}.',
  },
  'little-content': {
    ms: 'Imej hampir kosong: hanya {measured} daripadanya mempunyai isi, sekurang-kurangnya {required}.',
    en: 'The image is almost empty: only {measured} of it shows anything, at least {required} is needed.',
  },
  'odd-shape': {
    ms: 'Bentuk imej luar biasa: nisbah sisi {measured}, had {required}.',
    en: 'The image has an unusual shape: its sides are {measured}, limit {required}.',
  },
  'heavy-compression': {
    ms: 'Imej dimampatkan terlalu kuat ({measured}; had {required}): petak-petak kelihatan.',
    en: 'The image is compressed too strongly ({measured}; limit {required}): squares show.',
  },
  enlarged: {
    ms: 'Imej ini kelihatan dibesarkan daripada imej yang lebih kecil: kesan pembesaran {measured} kebiasaan, had {required}.',
    en: 'The image seems to have been enlarged from a smaller one: traces of enlarging {measured} the usual, limit {required}.',
  },
  'small-text': {
    ms: 'Teks terlalu kecil: tinggi huruf {measured}, sekurang-kurangnya {required}.',
    en: 'Text is too small: letters {measured} high, at least {required} is needed.',
  },
  'faint-text': {
    ms: 'Teks kurang jelas: kontras {measured}, sekurang-kurangnya {required}.',
    en: 'Text is too faint: contrast {measured}, at least {required} is needed.',
  },
  'duplicate-bytes': {
    ms: 'Fail ini salinan tepat {of}.',
    en: 'This file is an exact copy of {of}.',
  },
  'duplicate-pixels': {
    ms: 'Imej ini sama piksel demi piksel dengan {of}.',
    en: 'This image is the same, pixel for pixel, as {of}.',
  },
  'repeated-certain': {
    ms: 'Gambar ini mengulang {of}.',
    en: 'This picture repeats {of}.',
  },
  'repeated-likely': {
    ms: 'Gambar ini mungkin mengulang {of}.',
    en: 'This picture may repeat {of}.',
  },
  'repeated-part': {
    ms: 'Gambar ini dan {of} memaparkan bahagian gambar yang sama.',
    en: 'This picture and {of} show a part of the same picture.',
  },
  'video-details': {
    ms: 'Butiran video: {measured}.',
    en: 'Video details: {measured}.',
  },
  'video-not-understood': {
    ms: 'Tempoh dan ukuran video {measured} ini tidak dapat dibaca di sini.',
    en: 'The duration and dimensions of this {measured} video cannot be read here.',
  },
  'damaged-video': {
    ms: 'Fail video rosak atau tidak lengkap.',
    en: 'The video file is damaged or incomplete.',
  },
  'document-details': {
    ms: 'Dokumen PDF, bilangan halaman {measured}.',
    en: 'PDF document, number of pages {measured}.',
  },
  'document-locked': {
    ms: 'Dokumen PDF ini dilindungi kata laluan; isinya tidak dapat dibaca di sini.',
    en: 'The PDF document is protected by a password; its content cannot be read here.',
  },
  'damaged-document': {
    ms: 'Dokumen PDF rosak atau tidak lengkap.',
    en: 'The PDF document is damaged or incomplete.',
  },
}

/** What to do about it. The same placeholders may be used as in the finding it belongs to. */
export const remedyWords: Readonly<Record<Remedy, Bilingual>> = {
  'scale-down': {
    ms: 'Kecilkan kepada {required}.',
    en: 'Scale it down to {required}.',
  },
  'scale-up': {
    ms: 'Eksport semula reka bentuk asal pada {required}; imej yang dibesarkan menjadi kabur.',
    en: 'Export the original design again at {required}; scaling this image up would blur it.',
  },
  'crop-or-pad': {
    ms: 'Nisbahnya berbeza: potong atau tambah ruang tepi hingga {required}.',
    en: 'Its proportions differ: crop it or add space at the edges to reach {required}.',
  },
  'use-larger-original': {
    ms: 'Gunakan imej asal yang lebih besar.',
    en: 'Use a larger original.',
  },
  'export-again': {
    ms: 'Eksport semula daripada fail asal.',
    en: 'Export it again from the original.',
  },
  'export-as-jpeg-or-png': {
    ms: 'Eksport sebagai JPEG atau PNG.',
    en: 'Export it as JPEG or PNG.',
  },
  'save-without-progressive': {
    ms: 'Simpan semula tanpa progresif (JPEG biasa, atau PNG tanpa interlace).',
    en: 'Save it again without progression (a baseline JPEG, or a PNG that is not interlaced).',
  },
  'convert-to-rgb': {
    ms: 'Tukar warna kepada sRGB dan eksport semula.',
    en: 'Convert the colours to sRGB and export it again.',
  },
  rename: {
    ms: 'Namakan semula fail.',
    en: 'Rename the file.',
  },
  'remove-location': {
    ms: 'Buang data lokasi sebelum fail diterbitkan.',
    en: 'Remove the location before the file is published.',
  },
  'remove-personal-data': {
    ms: 'Buang data peribadi sebelum fail diterbitkan.',
    en: 'Remove the personal data before the file is published.',
  },
  'use-sharper-original': {
    ms: 'Pilih gambar lain yang tajam.',
    en: 'Choose another picture that is sharp.',
  },
  brighten: {
    ms: 'Cerahkan gambar, atau pilih yang lain.',
    en: 'Brighten the picture, or choose another.',
  },
  'expose-less': {
    ms: 'Gelapkan daripada fail asal kamera, atau pilih gambar lain.',
    en: 'Darken it from the camera’s original, or choose another picture.',
  },
  'choose-usual-shape': {
    ms: 'Potong supaya bentuknya sesuai untuk media sosial.',
    en: 'Crop it to a shape that suits social media.',
  },
  'use-less-compressed-original': {
    ms: 'Gunakan fail asal, bukan salinan daripada WhatsApp atau media sosial.',
    en: 'Use the original file, not a copy from WhatsApp or social media.',
  },
  'enlarge-text': {
    ms: 'Besarkan teks itu, atau kurangkan perkataan.',
    en: 'Make that text larger, or use fewer words.',
  },
  'strengthen-text': {
    ms: 'Gelapkan atau cerahkan teks supaya lebih ketara daripada latarnya.',
    en: 'Make the text darker or lighter so that it stands out from its background.',
  },
  'choose-one-frame': {
    ms: 'Pilih satu bingkai atau halaman dan eksport sebagai imej.',
    en: 'Choose one frame or page and export it as an image.',
  },
  'use-the-kept-one': {
    ms: 'Gunakan imej yang telah disimpan itu.',
    en: 'Use the one that is kept.',
  },
  decide: {
    ms: 'Bandingkan kedua-duanya dan buat keputusan.',
    en: 'Compare the two and decide.',
  },
  'check-file': {
    ms: 'Semak fail ini dan cuba sekali lagi.',
    en: 'Look at the file and try again.',
  },
  'export-as-mp4': {
    ms: 'Eksport sebagai MP4.',
    en: 'Export it as MP4.',
  },
  'unlock-document': {
    ms: 'Simpan semula tanpa kata laluan.',
    en: 'Save it again without a password.',
  },
}
