import { inBothLanguages } from '../../words/tree'

/** Picking the best of the photos of one event. */
export const eventWords = inBothLanguages(
  {
    events: {
      title: 'Foto satu majlis',
      open: 'Foto satu majlis ({count})',
      openKey: 'Pilih antara foto satu majlis',
      back: 'Kembali ke senarai',
      explain:
        'Pilih yang terbaik bagi setiap majlis. Yang lain dicatat sebagai gambar dan tempat yang sama berulang (Melaka 13.6). Tiada fail dibuang.',
      label: 'Foto mengikut majlis',
      none: 'Tiada foto satu majlis dalam kelompok ini.',
      eventCount: '{count} majlis',
      photoCount: '{count} foto',
      timeUnknown: 'Masa tidak diketahui',
      cameraClock: 'ikut jam kamera',
      placeKnown: 'lokasi diketahui',
      kept: 'Sudah ada dalam pustaka: {count} foto majlis ini',
      takeBack: 'Tarik balik pilihan',
      pickedOf: '{picked} daripada {count} dipilih',
      saveStates: {
        none: 'Pilih sekurang-kurangnya satu',
        all: 'Semua dipilih',
        settled: 'Pilihan telah disimpan',
        ready: 'Simpan pilihan',
        repeated: 'Catat semua berulang',
      },
      saved: '{count} foto dipilih, {left} dicatat berulang.',
      states: {
        picked: 'Dipilih',
        left: 'Tidak dipilih',
        open: 'Belum dipilih',
      },
      pick: 'Pilih {name}',
      saidBefore: 'Dicatat tidak dipilih oleh {name}, {moment}',
      setAside: 'Tidak dipilih (foto berulang)',
      place: 'Foto {place} daripada {total}',
      previous: 'Foto sebelumnya',
      next: 'Foto berikutnya',
      backToAll: 'Kembali ke semua foto',
      keys: {
        toggle: 'Pilih atau jangan pilih foto ini',
        large: 'Lihat foto ini dengan besar',
      },
    },
  },
  {
    events: {
      title: 'Photos of one event',
      open: 'Photos of one event ({count})',
      openKey: 'Pick among photos of one event',
      back: 'Back to the list',
      explain:
        'Pick the best of each event. The others are noted as the same picture and place again (Melaka 13.6). No file is removed.',
      label: 'Photos by event',
      none: 'There are no photos of one event in this batch.',
      eventCount: '{count} event | {count} events',
      photoCount: '{count} photo | {count} photos',
      timeUnknown: 'Time not known',
      cameraClock: 'by the camera’s clock',
      placeKnown: 'location known',
      kept: 'Already in the library: {count} photo of this event | Already in the library: {count} photos of this event',
      takeBack: 'Take the choice back',
      pickedOf: '{picked} of {count} picked',
      saveStates: {
        none: 'Pick at least one',
        all: 'All are picked',
        settled: 'The choice is saved',
        ready: 'Save the choice',
        repeated: 'Note all as repeated',
      },
      saved:
        '{count} photo picked, {left} noted as repeated. | {count} photos picked, {left} noted as repeated.',
      states: {
        picked: 'Picked',
        left: 'Not picked',
        open: 'Not picked yet',
      },
      pick: 'Pick {name}',
      saidBefore: 'Noted as not picked by {name}, {moment}',
      setAside: 'Not picked (repeated photo)',
      place: 'Photo {place} of {total}',
      previous: 'Previous photo',
      next: 'Next photo',
      backToAll: 'Back to all photos',
      keys: {
        toggle: 'Pick this photo or not',
        large: 'See this photo large',
      },
    },
  },
)
