import { inBothLanguages } from '../../words/tree'

/** Who is given complaints of which kind. */
export const officerWords = inBothLanguages(
  {
    officers: {
      title: 'Pegawai aduan',
      intro:
        'Aduan baharu ditugaskan kepada pegawai bagi jenisnya sebaik didaftarkan. Aduan yang sudah didaftarkan dan yang diimport tidak berubah. Jika pegawai itu tidak lagi aktif, aduan tidak ditugaskan kepada sesiapa.',
      kind: 'Jenis aduan',
      officer: 'Pegawai',
      of: 'Pegawai bagi {kind}',
      saved: 'Pegawai bagi {kind} disimpan',
    },
  },
  {
    officers: {
      title: 'Complaint officers',
      intro:
        'A new complaint is assigned to the officer of its kind when it is registered. Complaints that are registered already, or imported, do not change. If that officer is no longer active, a complaint is assigned to nobody.',
      kind: 'Kind of complaint',
      officer: 'Officer',
      of: 'Officer for {kind}',
      saved: 'Officer for {kind} saved',
    },
  },
)
