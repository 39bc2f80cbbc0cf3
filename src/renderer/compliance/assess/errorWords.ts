import { inBothLanguages } from '../../words/tree'

/** What can go wrong with assessments: what is the case, then what to do. */
export const assessErrorWords = inBothLanguages(
  {
    'unknown-assessment': 'Penilaian ini tidak lagi wujud.',
    'unknown-evidence': 'Bukti ini tidak lagi wujud.',
    'unknown-finding': 'Penemuan ini tidak lagi wujud.',
    'unknown-action': 'Tindakan pembetulan ini tidak lagi wujud.',
    'unknown-revision':
      'Keluaran ini tidak pernah diluluskan, atau petikannya tidak lagi boleh dibaca.',
    'in-use':
      'Senarai semak ini digunakan oleh {count} penilaian, maka tidak boleh dibuang. Batalkan penilaian itu dahulu, atau biarkan senarai semak ini.',
    'not-published': 'Versi ini masih draf. Pilih versi yang telah diterbitkan.',
    'assessment-there':
      'Penilaian yang sama bagi tempoh yang bertindih masih terbuka. Sambung penilaian itu, atau nyatakan bahawa penilaian kedua memang diperlukan.',
    'assessment-closed': 'Penilaian ini sudah ditutup. Buka keluaran baharu sebelum mengubahnya.',
    'assessment-in-review':
      'Penilaian ini dalam semakan, maka tidak boleh diubah. Minta supaya dipulangkan dahulu.',
    'assessment-approved':
      'Penilaian ini telah diluluskan, maka tidak boleh diubah. Buka keluaran baharu dahulu.',
    'quality-errors':
      'Semakan mutu menemui {count} perkara yang perlu dibaiki dahulu. Buka semakan mutu untuk melihatnya.',
    'quality-unseen':
      'Ada {count} amaran semakan mutu yang belum diakui. Baca amaran itu, kemudian cuba lagi.',
    'not-this-step': 'Langkah ini tidak lagi menunggu. Muat semula penilaian.',
    'own-step': 'Anda telah melakukan langkah terdahulu. Langkah ini dilakukan oleh orang lain.',
    'own-answers':
      'Anda menjawab sebahagian perkara penilaian ini. Langkah ini dilakukan oleh orang lain.',
    'changed-since':
      'Bukti telah berubah selepas penilaian diserah. Pulangkan supaya disediakan semula.',
    'assessment-open': 'Penilaian ini masih dalam penyediaan, maka tidak perlu dibuka semula.',
    'assessment-removed': 'Penilaian ini telah dibatalkan. Pulihkan dahulu sebelum mengubahnya.',
    'assessment-not-removed': 'Penilaian ini tidak dibatalkan, maka tidak perlu dipulihkan.',
    'nothing-for-subject':
      'Senarai semak ini tiada perkara bagi pilihan tersebut. Pilih senarai semak lain, atau tambah jenis perkara yang dinilai.',
    'not-asked': 'Perkara ini tidak ditanya dalam penilaian ini. Muat semula penilaian.',
    'answered-meanwhile':
      'Orang lain telah mengubahnya sementara itu. Semak yang terkini, kemudian simpan semula jika masih perlu.',
    'evidence-frozen':
      'Bukti ini milik penilaian yang diserah, diluluskan atau ditutup, maka failnya tidak boleh diubah.',
    'disagree-reason':
      'Jawapan ini berlainan daripada ukuran. Nyatakan alasannya, atau ikut ukuran.',
    'evidence-there': 'Bukti ini sudah ada pada perkara ini.',
    'evidence-not-removed': 'Bukti ini tidak dibuang, maka tidak perlu dipulihkan.',
    'finding-closed': 'Penemuan ini sudah selesai. Buka semula dahulu sebelum mengubahnya.',
    'finding-open': 'Penemuan ini belum selesai, maka tidak perlu dibuka semula.',
    'finding-not-removed': 'Penemuan ini tidak dibuang, maka tidak perlu dipulihkan.',
    'actions-open':
      'Ada tindakan pembetulan yang belum disahkan berkesan. Sahkan atau buang tindakan itu dahulu.',
    'action-not-done': 'Tindakan ini belum siap. Tandakan siap dahulu sebelum mengesahkannya.',
    'action-not-removed': 'Tindakan ini tidak dibuang, maka tidak perlu dipulihkan.',
    'own-action':
      'Keberkesanan tindakan disahkan oleh orang lain, bukan oleh yang bertanggungjawab melaksanakannya.',
    'not-your-action':
      'Tindakan ini diberikan kepada orang lain. Minta orang itu atau penilai mengemaskininya.',
    'not-newer': 'Versi ini bukan versi yang lebih baharu daripada versi penilaian ini.',
    'carry-passed':
      'Jawapan sudah diubah selepas dibawa ke versi baharu, maka tidak dapat dikembalikan sekali gus.',
    'measuring-passed':
      'Pusingan ini telah diukur sekali lagi atau dikembalikan, maka ukuran itu tidak dapat dibatalkan.',
    'unknown-campaign': 'Kempen ini tidak lagi wujud.',
    'unknown-round': 'Pusingan kempen ini tidak lagi wujud.',
    'campaign-removed': 'Kempen ini telah dibatalkan. Pulihkan dahulu sebelum mengubahnya.',
    'campaign-not-removed': 'Kempen ini tidak dibatalkan, maka tidak perlu dipulihkan.',
    'no-subjects': 'Tiada akaun aktif dalam daftar. Tambah akaun, atau pilih sendiri yang dinilai.',
    'round-there': 'Pusingan bagi tempoh ini sudah ada. Pilih tempoh yang lain.',
    'due-early': 'Tarikh akhir tidak boleh sebelum tempoh bermula. Pilih hari yang lebih lewat.',
  },
  {
    'unknown-assessment': 'This assessment no longer exists.',
    'unknown-evidence': 'This evidence no longer exists.',
    'unknown-finding': 'This finding no longer exists.',
    'unknown-action': 'This corrective action no longer exists.',
    'unknown-revision': 'This issue was never approved, or its snapshot can no longer be read.',
    'in-use':
      'This checklist is used by {count} assessment and cannot be removed. Withdraw that assessment first, or leave the checklist. | This checklist is used by {count} assessments and cannot be removed. Withdraw those assessments first, or leave the checklist.',
    'not-published': 'This version is still a draft. Choose a published version.',
    'assessment-there':
      'The same assessment is still open for an overlapping period. Go on with that one, or say that a second one is wanted.',
    'assessment-closed': 'This assessment is closed. Open a new issue before changing it.',
    'assessment-in-review':
      'This assessment is under review and cannot be changed. Ask for it to be sent back first.',
    'assessment-approved':
      'This assessment was approved and cannot be changed. Open a new issue first.',
    'quality-errors':
      'The quality check found {count} thing to put right first. Open the quality check to see it. | The quality check found {count} things to put right first. Open the quality check to see them.',
    'quality-unseen':
      '{count} warning of the quality check is not acknowledged yet. Read it, then try again. | {count} warnings of the quality check are not acknowledged yet. Read them, then try again.',
    'not-this-step': 'This step is no longer waiting. Load the assessment again.',
    'own-step': 'You took an earlier step. This one is for somebody else.',
    'own-answers': 'You answered some controls of this assessment. This step is for somebody else.',
    'changed-since':
      'Evidence has changed since the assessment was handed over. Send it back to be prepared again.',
    'assessment-open': 'This assessment is still being prepared, so there is nothing to reopen.',
    'assessment-removed': 'This assessment was withdrawn. Bring it back before changing it.',
    'assessment-not-removed':
      'This assessment was not withdrawn, so there is nothing to bring back.',
    'nothing-for-subject':
      'This checklist asks nothing of that choice. Choose another checklist, or add kinds of controls to assess.',
    'not-asked': 'This control is not asked in this assessment. Load the assessment again.',
    'answered-meanwhile':
      'Somebody else changed it meanwhile. Look at what stands there now, then save again if still needed.',
    'evidence-frozen':
      'This evidence belongs to assessments that were handed over, approved or closed, so its files cannot be changed.',
    'disagree-reason':
      'This answer differs from what was measured. Give a reason, or follow the measurement.',
    'evidence-there': 'This evidence is already at this control.',
    'evidence-not-removed': 'This evidence was not removed, so there is nothing to bring back.',
    'finding-closed': 'This finding is settled. Reopen it before changing it.',
    'finding-open': 'This finding is not settled, so there is nothing to reopen.',
    'finding-not-removed': 'This finding was not removed, so there is nothing to bring back.',
    'actions-open':
      'A corrective action is not confirmed as effective yet. Confirm or remove it first.',
    'action-not-done': 'This action is not done yet. Mark it as done before confirming it.',
    'action-not-removed': 'This action was not removed, so there is nothing to bring back.',
    'own-action':
      'Whether an action works is confirmed by somebody else than the person responsible for it.',
    'not-your-action':
      'This action was given to somebody else. Ask them or an assessor to update it.',
    'not-newer': 'This version is not newer than the version of this assessment.',
    'carry-passed':
      'Answers were changed after they were carried to the new version, so this cannot be taken back at once.',
    'measuring-passed':
      'This round was measured again or put back since, so that measuring cannot be taken back.',
    'unknown-campaign': 'This campaign no longer exists.',
    'unknown-round': 'This round of the campaign no longer exists.',
    'campaign-removed': 'This campaign was withdrawn. Bring it back before changing it.',
    'campaign-not-removed': 'This campaign was not withdrawn, so there is nothing to bring back.',
    'no-subjects':
      'No account of the register is in use. Add accounts, or choose yourself what is assessed.',
    'round-there': 'There is a round for these days already. Choose another period.',
    'due-early': 'The due day cannot be before the period begins. Choose a later day.',
  },
)
