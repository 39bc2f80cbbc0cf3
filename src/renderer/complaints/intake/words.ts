import { inBothLanguages } from '../../words/tree'

/** Texts of the intake. */
export const intakeWords = inBothLanguages(
  {
    intake: {
      title: 'Aduan baharu',
      back: 'Kembali ke Daftar Aduan',
      beside: 'Maklumat semasa mendaftar',
      register: 'Daftarkan',
      registered: 'Aduan {number} didaftarkan',
      undoReason: 'Dibuat asal sejurus selepas didaftarkan.',
      doneNote: 'Aduan didaftarkan dengan nombor',
      doneAt: 'Didaftarkan {moment}',
      again: 'Daftar lagi',
      open: 'Buka aduan',
      earlier: 'Aduan terdahulu orang ini',
      noEarlier: 'Tiada aduan terdahulu ditemui.',
      offer: 'Ada aduan separuh ditaip, disimpan {when}.',
      resume: 'Sambung',
      discard: 'Buang',
      discarded: 'Aduan separuh ditaip dibuang',
      kept: 'Disimpan sebagai draf {time}',
      notKept: 'Draf belum dapat disimpan; cubaan diteruskan.',
    },
  },
  {
    intake: {
      title: 'New complaint',
      back: 'Back to the complaint register',
      beside: 'Information while registering',
      register: 'Register',
      registered: 'Complaint {number} registered',
      undoReason: 'Undone right after it was registered.',
      doneNote: 'The complaint is registered under the number',
      doneAt: 'Registered {moment}',
      again: 'Register another',
      open: 'Open the complaint',
      earlier: 'Earlier complaints of this person',
      noEarlier: 'No earlier complaints found.',
      offer: 'There is a half-typed complaint, kept {when}.',
      resume: 'Continue',
      discard: 'Discard',
      discarded: 'Half-typed complaint discarded',
      kept: 'Kept as a draft {time}',
      notKept: 'The draft could not be kept yet; it is tried again.',
    },
  },
)
