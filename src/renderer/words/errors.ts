import { assessErrorWords } from '../compliance/assess/errorWords'
import { inBothLanguages } from './tree'

/** One sentence for every reason of the contract: what is the case, then what to do. */
export const errorWords = inBothLanguages(
  {
    unexpected: 'Berlaku ralat yang tidak dijangka. Cuba semula; jika berulang, catat rujukannya.',
    call: {
      unknown: 'Permintaan ini tidak dikenali oleh ruang kerja. Tutup dan buka semula aplikasi.',
      input: 'Maklumat yang dihantar tidak lengkap atau tidak sah. Semak medan yang diisi.',
      cancelled: 'Kerja ini telah dibatalkan.',
    },
    gate: {
      'already-created': 'Ruang kerja sudah wujud dalam folder ini. Buka dengan frasa laluannya.',
      'already-open': 'Ruang kerja sudah dibuka.',
      'not-begun': 'Kod pemulihan tadi tidak lagi sah. Kod baharu perlu dijana.',
      locked: 'Ruang kerja dikunci. Buka semula dengan frasa laluan.',
      'screen-locked': 'Skrin dikunci. Buka kunci skrin untuk meneruskan.',
      'wrong-passphrase': 'Frasa laluan tidak betul. Semak Caps Lock dan cuba semula.',
      'wrong-recovery-code': 'Kod pemulihan tidak betul. Semak helaian pemulihan dan cuba semula.',
      'recovery-code-mistyped':
        'Kod yang ditaip tidak sama dengan kod pada helaian. Semak setiap kumpulan dan taip semula.',
      'weak-passphrase': 'Frasa laluan perlu sekurang-kurangnya 12 aksara.',
      'no-safe-storage': 'Komputer ini tiada storan selamat, maka kunci tidak dapat diingati.',
    },
    people: {
      unknown: 'Orang ini tidak lagi wujud dalam senarai.',
      'name-taken': 'Nama ini sudah digunakan. Tambah pembeza, contohnya nama bapa.',
      'last-active': 'Sekurang-kurangnya seorang mesti kekal aktif.',
      'last-administrator':
        'Sekurang-kurangnya seorang pentadbir yang aktif mesti kekal. Beri peranan pentadbir kepada orang lain dahulu.',
      'no-pin': 'Orang ini tiada PIN.',
      'not-allowed':
        'Tindakan ini untuk {roles} sahaja. Minta orang yang memegang peranan itu melakukannya, atau minta pentadbir menambah peranan anda.',
      'wrong-pin': 'PIN tidak betul. Semak dan cuba semula.',
      'pin-wait': 'PIN tidak betul beberapa kali. Cuba semula selepas {seconds} saat.',
      'wrong-proof': 'Cara membuka skrin bagi orang ini telah berubah. Pilih namanya semula.',
      'nobody-chosen': 'Pilih dahulu siapa yang sedang menggunakan komputer ini.',
    },
    days: {
      'unknown-holiday': 'Cuti ini tidak lagi wujud dalam senarai.',
      'unknown-import': 'Import ini tidak ditemui.',
      'import-undone': 'Import ini sudah dibatalkan.',
      'already-listed': 'Cuti ini sudah ada pada hari dan negeri yang sama.',
      'already-removed': 'Cuti ini sudah dibuang. Pulihkannya dahulu.',
      'not-removed': 'Cuti ini tidak dibuang.',
      'nothing-shipped': 'Cuti ini tiada dalam senarai asal, atau masih seperti senarai asal.',
      'too-long': 'Pilih tempoh yang lebih pendek, kurang daripada {most} hari.',
    },
    reference: {
      unknown: 'Perkara ini tidak lagi wujud dalam data rujukan.',
      fixed:
        'Perkara ini tidak boleh dibuang kerana kerja lain bergantung padanya. Namanya boleh diubah.',
      'name-taken': 'Nama ini sudah ada dalam senarai. Pilih nama lain.',
      'not-editable': 'Maklumat ini tidak boleh diubah dalam senarai ini.',
      'not-shipped': 'Perkara ini ditambah oleh pejabat, maka tiada kata asal untuk dipulihkan.',
      'order-outdated': 'Senarai ini telah berubah. Semak senarai semasa dan susun semula.',
    },
    accounts: {
      unknown: 'Akaun ini tidak lagi wujud dalam daftar.',
      'unknown-snapshot': 'Rekod pengikut ini tidak lagi wujud.',
      'handle-taken':
        'Nama akaun ini sudah ada dalam daftar bagi saluran yang sama. Semak juga akaun yang tidak digunakan.',
      'unknown-channel': 'Saluran ini tidak lagi ditawarkan. Pilih saluran lain.',
      'unusable-image':
        'Imej ini tiada dalam pustaka atau berada dalam tong sampah. Pilih imej lain.',
      'unknown-operator': 'Seorang pengendali tidak lagi wujud dalam senarai orang. Pilih semula.',
      'day-taken': 'Angka bagi tarikh ini sudah direkod. Ubah baris yang ada.',
      'day-in-future': 'Tarikh ini belum tiba. Pilih hari ini atau tarikh yang lalu.',
    },
    posts: {
      'unknown-template': 'Templat ini tidak lagi wujud.',
      'unknown-series': 'Siri ini tidak lagi wujud.',
      'unknown-series-change': 'Perubahan siri ini sudah dibatalkan.',
      'series-needs-day': 'Beri tarikh kepada hantaran ini dahulu; siri bermula pada tarikh itu.',
      'series-without-days':
        'Tiada tarikh mengikut ulangan ini. Ubah ulangan atau tarikh tamatnya.',
      'in-series-already': 'Hantaran ini sudah menjadi sebahagian siri.',
      'not-in-series': 'Hantaran ini bukan sebahagian siri.',
      'series-complete': 'Semua hantaran siri ini sudah dibuat.',
      'series-changed-since':
        'Siri ini sudah diubah sekali lagi selepas itu. Batalkan perubahan yang lebih baharu dahulu.',
      'template-name-taken': 'Templat dengan nama ini sudah ada. Pilih nama lain.',
      'template-not-removed': 'Templat ini tidak dibuang.',
      'view-not-removed': 'Paparan ini tidak dibuang.',
      'unknown-placeholder':
        'Templat mengandungi ruang yang tidak dikenali: {names}. Betulkan ejaannya atau buang kurungannya.',
      unknown: 'Hantaran ini tidak lagi wujud.',
      'unknown-version': 'Versi ini tidak wujud bagi hantaran ini.',
      'unknown-comment': 'Ulasan ini tidak lagi wujud.',
      'unknown-publication': 'Rekod penerbitan ini tidak lagi wujud.',
      'unknown-correction': 'Rekod pembetulan ini tidak lagi wujud.',
      'unknown-decision': 'Keputusan kelulusan ini tidak lagi wujud.',
      'not-on-paper':
        'Keputusan ini dibuat dalam aplikasi, bukan di atas kertas, maka tiada imbasan untuk dilampirkan.',
      'unknown-result': 'Rekod prestasi ini tidak lagi wujud.',
      'unknown-import': 'Import ini tidak lagi wujud.',
      'import-undone': 'Import ini sudah dibatalkan.',
      'no-account': 'Pilih sekurang-kurangnya satu akaun dahulu.',
      'nobody-approves':
        'Tiada sesiapa boleh meluluskan hantaran ini: setiap pelulus dalam laluan kelulusan ialah penulisnya atau tidak aktif. Semak laluan kelulusan.',
      'all-held':
        'Semua penerbitan digantung pada masa ini. Rekodkan masa sebenar hantaran keluar, atau sambung semula dahulu.',
      'held-that-day':
        'Penerbitan digantung pada sebahagian hari itu. Isi masa hantaran keluar supaya jelas sama ada sebelum, semasa atau selepas gantungan.',
      'text-missing': 'Tulis teks hantaran dahulu sebelum memohon kelulusan.',
      'not-in-review': 'Hantaran ini tidak menunggu kelulusan.',
      'other-text':
        'Teks atau imej telah berubah selepas anda membukanya. Baca versi terbaharu sebelum membuat keputusan.',
      'own-work':
        'Penulis tidak boleh meluluskan kerja sendiri. Keputusan mesti dibuat oleh orang lain.',
      'not-your-step': 'Peringkat kelulusan ini menunggu keputusan orang lain.',
      'already-decided': 'Keputusan anda bagi peringkat ini sudah direkod.',
      'comment-missing': 'Nyatakan pindaan yang diperlukan.',
      'not-your-comment': 'Hanya penulis ulasan boleh mengubah atau membuangnya.',
      'published-locked':
        'Hantaran ini sudah diterbitkan: teks dan imejnya tidak boleh diubah lagi. Rekodkan pembetulan.',
      'route-locked':
        'Hantaran ini sudah diterbitkan pada satu akaun. Jenis atau fasa ini memerlukan kelulusan lain, jadi tidak boleh dipilih lagi.',
      'not-complete':
        'Belum lengkap: {titles}. Yang tiada: {parts}. Lengkapkan sebelum menandakannya sedia terbit.',
      'signed-before-text':
        'Tarikh tandatangan lebih awal daripada tarikh kandungan ini disimpan. Semak tarikh pada helaian.',
      'typed-by-author':
        'Anda menulis kandungan ini. Minta orang lain memasukkan keputusan daripada kertas.',
      'signer-known':
        'Nama ini ada dalam senarai orang. Pilih nama itu daripada senarai jika orang itu boleh membuat keputusan bagi peringkat ini.',
      'outsider-not-asked':
        'Peringkat ini menamakan pelulusnya. Orang di luar senarai hanya boleh menandatangani jika laluan kelulusan membenarkannya.',
      'not-last-decision':
        'Hanya keputusan terakhir hantaran ini boleh ditarik balik, selagi kandungannya belum berubah.',
      'comment-not-removed': 'Ulasan ini tidak dibuang.',
      'plan-not-yours':
        'Tarikh, masa, fasa dan akaun hantaran diubah oleh {roles} sahaja. Minta orang yang memegang peranan itu.',
      'not-ready': 'Hantaran mesti berstatus sedia terbit sebelum penerbitannya direkod.',
      'not-published': 'Hantaran ini belum diterbitkan.',
      'already-published': 'Penerbitan pada akaun ini sudah direkod.',
      'account-recorded':
        'Akaun yang penerbitannya sudah direkod tidak boleh dikeluarkan. Tarik balik rekod itu dahulu.',
      'account-skipped':
        'Akaun ini ditinggalkan. Tarik balik rekod itu sebelum merekod penerbitan.',
      'day-in-future': 'Tarikh atau masa ini belum tiba.',
      'not-on-account': 'Hantaran ini tidak dirancang bagi akaun ini.',
      'result-taken': 'Angka bagi akaun dan tarikh ini sudah direkod. Ubah baris yang ada.',
      'stopped-by-rules':
        'Ada perkara yang mesti dibetulkan sebelum diteruskan: {posts}. Baca tab Semakan hantaran itu.',
      'in-blackout':
        'Hantaran ini jatuh dalam tempoh sekatan “{title}” yang menahan hantaran ceria. Tunggu tempoh itu tamat, ubah tempohnya, atau beri pengecualian pada tab Semakan.',
      'not-allowed-in-blackout': 'Hantaran ini tiada pengecualian bagi tempoh sekatan itu.',
      'term-not-checked': 'Istilah ini belum disahkan bagi hantaran ini.',
      'no-example': 'Muatkan kitaran sejarah 2015–2019 dahulu.',
      'history-loaded': 'Hantaran contoh sudah dimuatkan.',
      'changed-meanwhile':
        'Hantaran ini telah disimpan semula selepas dibuka. Tulisan anda masih di sini: semak versi terbaharu, kemudian simpan semula.',
      'in-trash': 'Hantaran ini berada dalam tong sampah. Pulihkan dahulu.',
      'not-in-trash': 'Hantaran ini tiada dalam tong sampah.',
      'not-from-here': 'Status ini tidak boleh dicapai daripada status semasa hantaran.',
      'not-held': 'Hantaran ini tidak ditangguh.',
      'reason-missing': 'Nyatakan sebab hantaran ditangguh atau dibatalkan.',
      'unknown-key':
        'Satu pilihan (kategori, pendekatan, teras atau segmen) tidak lagi ditawarkan. Pilih semula.',
      'unknown-account': 'Satu akaun tidak lagi digunakan. Buang akaun itu atau pilih akaun lain.',
      'unknown-person': 'Seorang daripada orang yang dipilih tidak lagi aktif. Pilih semula.',
      'unknown-phase': 'Fasa ini tidak lagi wujud. Pilih semula.',
      'unknown-image':
        'Satu imej tiada dalam pustaka atau berada dalam tong sampah. Pilih imej lain.',
      'unknown-view': 'Paparan ini tidak lagi disimpan.',
      'view-name-taken': 'Nama ini sudah digunakan bagi paparan lain. Pilih nama lain.',
    },
    complaints: {
      'unknown-answer': 'Jawapan ini tiada dalam aduan.',
      'unknown-letter': 'Surat ini tidak dicetak oleh anda. Cetak semula dari aduan.',
      'unknown-standard-answer': 'Jawapan piawai ini tidak ditawarkan lagi. Pilih yang lain.',
      'answer-sent': 'Jawapan ini sudah dihantar. Tulis jawapan baharu.',
      'answer-not-sent': 'Jawapan ini belum ditandakan dihantar.',
      'answer-not-removed': 'Jawapan ini tidak dibuang.',
      'answer-empty': 'Tulis jawapan dahulu.',
      'answer-open': 'Lengkapkan {places} dalam jawapan, kemudian cuba lagi.',
      'answer-unreviewed': 'Jawapan jenis ini disemak oleh orang lain dahulu.',
      'answer-not-reviewed': 'Jawapan ini belum disemak.',
      'own-answer': 'Jawapan disemak oleh orang lain, bukan penulisnya.',
      'unknown-forwarding': 'Rekod pemajuan ini tiada dalam aduan.',
      'unknown-satisfaction': 'Rekod kepuasan ini tiada dalam aduan.',
      'unknown-photo': 'Gambar ini tiada dalam lampiran aduan.',
      'unknown-agency': 'Agensi ini tidak ditawarkan lagi. Pilih yang lain.',
      'outcome-known': 'Hasil pemajuan ini sudah direkodkan.',
      'outcome-open': 'Hasil pemajuan ini belum direkodkan.',
      'unknown-check': 'Perkara ini tiada dalam senarai semak penutupan.',
      'closing-open': 'Lengkapkan {open} perkara dalam aduan {number} sebelum menutupnya.',
      'not-settled': 'Aduan {number} masih dalam tindakan. Selesaikan dahulu.',
      'no-step-back': 'Langkah aduan {number} tidak boleh dibuat asal lagi. Tukar statusnya.',
      'unknown-flag': 'Rekod perhatian ini sudah tamat.',
      'unknown-request': 'Permohonan ini tiada.',
      'unknown-breach': 'Rekod pelanggaran ini tiada lagi.',
      'unknown-breach-notice': 'Rekod pemakluman ini tiada lagi.',
      'breach-times':
        'Semak masanya: bermula dahulu, kemudian tamat dan diketahui, dan tidak pada masa akan datang.',
      'breach-number': 'Tiada aduan bernombor {number} dalam daftar.',
      'breach-told':
        'Pemakluman sudah direkodkan. Rekod pelanggaran disimpan sekurang-kurangnya 2 tahun.',
      'breach-notice-there':
        'Pihak ini sudah direkodkan. Buang rekod itu dahulu untuk menggantinya.',
      'breach-notice-time': 'Pilih masa antara pelanggaran diketahui dan sekarang.',
      'unknown-disclosure': 'Rekod pendedahan ini tiada lagi.',
      'disposal-asked': 'Pengadu {number} ada permohonan data yang belum dijawab.',
      'request-extended': 'Permohonan ini sudah dilanjutkan sekali.',
      'request-late': 'Tempoh 21 hari sudah tamat; permohonan tidak boleh dilanjutkan lagi.',
      'request-answered': 'Permohonan ini sudah dijawab. Buka semula dahulu.',
      'request-open': 'Permohonan ini masih dibuka.',
      'no-access-files': 'Tiada lampiran dalam kes-kes orang ini.',
      'request-day': 'Pilih tarikh antara hari permohonan diterima dan hari ini.',
      'nothing-to-correct': 'Tiada maklumat yang berubah.',
      'disclosure-automatic': 'Rekod ini dibuat oleh aplikasi dan tidak boleh dibuang.',
      'unknown-hold': 'Pegangan undang-undang ini sudah tamat.',
      'hold-there': 'Kes ini sudah di bawah pegangan undang-undang.',
      'hold-stands': 'Pegangan undang-undang ini masih berkuat kuasa.',
      'unknown-disposal': 'Kelompok pelupusan ini tiada.',
      'not-due': 'Tempoh simpanan aduan {number} belum tamat, atau aduan itu dibuka semula.',
      'disposal-held': 'Aduan {number} di bawah pegangan undang-undang dan tidak boleh dilupuskan.',
      'disposal-tied': 'Aduan lain masih merujuk aduan {number}. Lupuskan bersama atau kemudian.',
      'disposal-proposed': 'Aduan {number} sudah dicadangkan dalam kelompok lain.',
      'disposal-state': 'Kelompok pelupusan ini telah berubah. Buka semula untuk melihatnya.',
      'disposal-unapproved': 'Pelupusan memerlukan kelulusan dengan rujukan Arkib Negara.',
      'disposal-not-cleared': 'Bersihkan sandaran dahulu, kemudian rekod Borang 12/08.',
      'own-disposal': 'Pelupusan diluluskan oleh orang lain, bukan pencadangnya.',
      'unknown-takeout':
        'Kebenaran membawa keluar data peribadi ini sudah tamat. Nyatakan sebab semula.',
      'nothing-to-take': 'Tiada aduan dalam pilihan ini. Ubah tempoh atau penapis.',
      'unknown-import': 'Import ini tidak lagi wujud.',
      'import-undone': 'Import ini sudah dibatalkan.',
      'import-overtaken':
        'Salah satu aduan ini baru sahaja didaftarkan ({number}). Semak baris sekali lagi.',
      'flag-there': 'Pengadu ini sudah ada rekod perhatian.',
      'flag-approved': 'Perhatian ini sudah diluluskan.',
      'flag-unapproved': 'Perhatian ini belum diluluskan.',
      'own-flag': 'Perhatian diluluskan oleh orang lain, bukan pencadangnya.',
      'review-past': 'Pilih tarikh semakan selepas hari ini.',
      unknown: 'Aduan ini tiada dalam daftar.',
      'unknown-complainant':
        'Pengadu ini tiada dalam daftar. Cari semula atau masukkan sebagai orang baharu.',
      'unknown-note': 'Nota ini tiada lagi.',
      'unknown-decision': 'Keputusan ini tiada lagi.',
      'unknown-channel': 'Saluran ini tidak lagi ditawarkan. Pilih saluran lain.',
      'unknown-kind': 'Jenis aduan ini tidak lagi ditawarkan. Pilih jenis lain.',
      'unknown-sub-kind': 'Subjenis ini tidak tergolong dalam jenis yang dipilih. Pilih semula.',
      'unknown-question': 'Satu soalan tidak lagi ditanya bagi subjenis ini. Buka semula borang.',
      'unknown-urgent-kind': 'Jenis bahaya ini tidak lagi ditawarkan. Pilih semula.',
      'unknown-account': 'Akaun ini tidak tergolong dalam saluran yang dipilih. Pilih akaun lain.',
      'unknown-person': 'Orang ini tidak lagi aktif atau bukan pegawai aduan. Pilih orang lain.',
      'reference-taken':
        'Rujukan ini sudah ada pada aduan {number}. Buka aduan itu, atau betulkan rujukan.',
      'received-later': 'Masa diterima belum tiba. Betulkan tarikh dan masa.',
      'changed-meanwhile':
        'Aduan ini telah diubah selepas dibuka. Tulisan anda masih di sini: semak perubahan itu, kemudian simpan semula.',
      'covered-text':
        'Teks ini mengandungi data yang dilindungi. Tunjukkan data peribadi dahulu, kemudian ubah.',
      'not-from-here':
        'Aduan {number} tidak boleh bertukar kepada status ini dari status sekarang.',
      'reason-missing': 'Nyatakan sebab.',
      'questions-open': 'Aduan {number} belum boleh ditutup: jawab soalan yang diperlukan dahulu.',
      'post-tied': 'Hantaran ini sudah dikaitkan dengan aduan ini.',
      'unknown-post-tie': 'Kaitan dengan hantaran ini tiada lagi.',
      'ladder-shares':
        'Peratus amaran mesti menaik: amaran pertama kurang daripada yang kedua, dan yang kedua kurang daripada yang ketiga.',
      'ladder-roles':
        'Dua peringkat tidak boleh memaklumkan peranan yang sama. Pilih peranan lain.',
      'ladder-hours': 'Isi jam bagi kedua-dua peringkat, atau kosongkan kedua-duanya.',
      'ladder-rungs': 'Peringkat kedua tidak boleh lebih awal daripada peringkat pertama.',
      'nobody-to-correct': 'Aduan ini tanpa nama; tiada maklumat pengadu untuk dibetulkan.',
      'note-not-removed': 'Nota ini tidak dikeluarkan.',
      'already-met': 'Perkara ini sudah direkodkan. Batalkan rekod itu dahulu jika salah.',
      'not-met': 'Belum ada rekod untuk dibatalkan.',
      'met-before-start': 'Masa ini sebelum aduan diterima. Betulkan masa.',
      'met-later': 'Masa ini belum tiba. Betulkan masa.',
      settled:
        'Aduan {number} sudah selesai; jamnya tidak lagi berjalan. Buka semula aduan dahulu.',
      'already-paused': 'Jam aduan ini sudah dijeda.',
      'not-paused': 'Jam aduan ini tidak dijeda.',
      'unknown-clock-set': 'Set had masa ini tidak lagi ditawarkan. Pilih set lain.',
      'not-apart': 'Aduan ini tidak diasingkan.',
      'in-another-group':
        'Aduan {number} sudah berada di bawah kes induk lain. Keluarkan aduan itu dahulu.',
      'leads-a-group':
        'Aduan {number} ialah kes induk bagi aduan lain. Leraikan kumpulannya dahulu.',
      'not-to-group': 'Aduan {number} telah dibatalkan dan tidak boleh disatukan.',
      'grouped-to-void':
        'Aduan {number} berada di bawah kes induk. Keluarkan daripada kumpulannya sebelum membatalkannya.',
      'not-grouped': 'Aduan {number} tidak berada di bawah kes induk.',
      'repeats-what': 'Pilih aduan yang diulang oleh pendua ini.',
      'repeats-itself': 'Aduan {number} tidak boleh menjadi pendua dirinya sendiri.',
      'repeats-a-repeat': 'Aduan {number} juga pendua atau telah dibatalkan. Pilih aduan asalnya.',
      'no-repeat': 'Aduan {number} bukan pendua.',
      'same-already': 'Kedua-dua pengadu ini sudah disatukan.',
      'leads-people': 'Pengadu lain sudah disatukan dengan pengadu ini. Asingkan mereka dahulu.',
      'not-joined': 'Pengadu ini tidak disatukan dengan sesiapa.',
      'view-not-removed': 'Paparan ini tidak dibuang.',
      'view-name-taken': 'Nama ini sudah digunakan bagi paparan lain. Pilih nama lain.',
      'unknown-view': 'Paparan ini tidak lagi disimpan.',
    },
    compliance: {
      ...assessErrorWords.ms,
      unknown: 'Senarai semak ini tidak lagi wujud.',
      'unknown-version': 'Versi senarai semak ini tidak lagi wujud.',
      'unknown-control': 'Perkara ini tidak lagi wujud dalam draf.',
      shipped:
        'Senarai semak ini datang bersama aplikasi. Buat salinan, kemudian ubah salinan itu.',
      removed: 'Senarai semak ini telah dibuang. Pulihkan dahulu sebelum mengubahnya.',
      'title-taken': 'Nama ini sudah digunakan bagi senarai semak lain. Pilih nama lain.',
      'draft-there': 'Senarai semak ini sudah mempunyai draf. Sambung draf itu.',
      'no-draft': 'Senarai semak ini tiada draf. Mulakan draf dahulu sebelum mengubahnya.',
      'only-draft': 'Draf ini satu-satunya versi. Untuk membatalkannya, buang senarai semak ini.',
      'not-discarded': 'Draf ini tidak dibatalkan, maka tidak perlu dipulihkan.',
      'heading-weight':
        'Pemberat 0 hanya untuk tajuk yang dijawab melalui perkara di bawahnya. Pilih pemberat yang sesuai.',
      'already-retired': 'Perkara ini sudah digugurkan.',
      'not-retired': 'Perkara ini tidak digugurkan, maka tidak perlu dipulihkan.',
      'end-of-section': 'Perkara ini sudah berada di hujung bahagiannya.',
      'nothing-changed':
        'Draf ini sama dengan versi terakhir. Ubah sesuatu sebelum menerbitkannya.',
      'nothing-asked': 'Draf ini tiada perkara untuk dijawab. Tambah atau pulihkan satu perkara.',
    },
    cycles: {
      unknown: 'Kitaran ini tidak lagi wujud.',
      'unknown-phase': 'Fasa ini tidak lagi wujud.',
      'too-short': 'Kitaran memerlukan sekurang-kurangnya lima hari, satu bagi setiap fasa.',
      'ends-before-start': 'Hari akhir mendahului hari mula. Tukar salah satunya.',
      'phase-in-the-way':
        'Fasa {number} menghalang tarikh ini. Pilih tarikh lain, atau gerakkan sempadan Fasa {number} sekali.',
      'unknown-owner': 'Pemilik fasa ini tidak lagi aktif dalam senarai orang. Pilih orang lain.',
      'unknown-target':
        'Satu sasaran tidak lagi ditawarkan dalam data rujukan. Semak sasaran fasa.',
      'history-loaded':
        'Kitaran sejarah 2015–2019 sudah dimuatkan. Jika tidak kelihatan, lihat kitaran yang diarkibkan.',
    },
    attachments: {
      unknown: 'Lampiran ini tidak lagi wujud.',
      'already-there': 'Fail yang sama sudah dilampirkan di sini, maka tidak disimpan dua kali.',
      'not-removed': 'Lampiran ini tidak dibuang, maka tidak perlu dipulihkan.',
      'unknown-redaction': 'Salinan yang dihitamkan ini tidak lagi wujud.',
      'no-picture': 'Hanya gambar JPEG, PNG dan WebP boleh dihitamkan.',
      'not-redacted': 'Tiada bahagian gambar ini yang dihitamkan.',
      empty: 'Fail ini kosong (0 bait). Semak fail asalnya.',
      'too-large':
        'Fail ini melebihi had {limit} MB. Bahagikan fail itu, atau simpan dengan saiz yang lebih kecil.',
      'not-accepted':
        'Jenis fail ini tidak diterima. Yang diterima: PDF, JPEG, PNG, WebP, DOCX, XLSX, PPTX, TXT dan EML.',
      'convert-first':
        'Fail {kind} tidak diterima. Simpan sebagai {to} dahulu, kemudian lampirkan.',
      unreadable:
        'Fail ini tidak dapat dibaca. Semak sama ada fail itu masih ada dan anda dibenarkan membukanya.',
      changed:
        'Fail ini berubah semasa dibaca. Tutup program yang menggunakannya, kemudian cuba semula.',
      damaged:
        'Gambar ini rosak atau terlalu besar untuk dibuka. Simpan semula, kemudian lampirkan.',
      'original-gone':
        'Fail lampiran ini hilang atau rosak dalam simpanan. Pulihkannya daripada sandaran folder data.',
    },
    planning: {
      'unknown-note': 'Nota atau tempoh sekatan ini tidak lagi wujud.',
      'unknown-term': 'Istilah ini tidak lagi wujud dalam senarai.',
      'unknown-hold': 'Rekod gantungan ini tidak wujud.',
      'not-removed': 'Perkara ini tidak dibuang, maka tidak perlu dipulihkan.',
      'term-taken': 'Istilah ini sudah ada dalam senarai. Ubah yang ada.',
      'already-held': 'Semua penerbitan sudah digantung.',
      'not-held': 'Penerbitan tidak digantung.',
    },
    images: {
      'unknown-batch': 'Kelompok imej ini tidak lagi wujud.',
      'unknown-check': 'Imej ini tidak lagi wujud dalam semakan.',
      unknown: 'Imej ini tidak lagi wujud dalam pustaka.',
      'batch-running': 'Kelompok ini masih disemak. Tunggu hingga selesai atau batalkan dahulu.',
      'not-keepable':
        'Imej ini belum boleh disimpan. Hanya imej yang lulus, beramaran atau diberi pengecualian boleh disimpan.',
      'already-kept': 'Imej ini sudah ada dalam pustaka.',
      'not-a-repeat': 'Pasangan ini bukan foto berulang yang perlu diputuskan.',
      'repeats-library':
        'Imej ini mengulang imej yang masuk ke pustaka selepas semakan. Bandingkan kedua-duanya, kemudian putuskan atau beri pengecualian.',
      'file-changed': 'Fail ini telah berubah selepas disemak. Semak semula sebelum menyimpannya.',
      'file-gone': 'Fail ini tidak ditemukan lagi di tempat asalnya.',
      'fix-unreadable': 'Imej ini tidak dapat dibaca, maka tiada apa-apa dibuat daripadanya.',
      'fix-over-limit':
        'Had bait tidak dapat dipenuhi walaupun pada mutu terendah. Naikkan had, atau pilih saiz yang lebih kecil.',
      'fix-not-written':
        'Fail tidak dapat ditulis di situ. Pilih folder lain, atau semak ruang cakera dan kebenaran.',
      'fix-over-original': 'Fail itu ialah imej asal yang telah disemak. Pilih nama lain.',
      'not-undoable':
        'Pilihan ini tidak dapat dibuat asal: senarai semaknya telah diubah sejak itu. Ubahnya pada panel foto.',
      'in-trash': 'Imej ini ada dalam tong sampah. Pulihkan dahulu.',
      'original-gone':
        'Fail asalnya dalam pustaka hilang atau rosak, maka tiada salinan dibuat. Pulihkannya daripada sandaran folder data.',
      'target-full':
        'Tiada ruang yang cukup di tempat yang dipilih. Kosongkan ruang, atau pilih folder lain.',
      'target-read-only': 'Tempat yang dipilih tidak boleh ditulis. Pilih folder lain.',
      'not-a-result': 'Hanya imej yang dibuat di sini boleh dibuang daripada semakan.',
      'pasted-too-large':
        'Imej ini terlalu besar untuk ditampal (had {limit} MB). Simpan imej itu sebagai fail, kemudian tambah fail tersebut.',
      'worker-unavailable': 'Proses semakan imej tidak dapat dimulakan. Cuba semula sebentar lagi.',
    },
    database: {
      newer: 'Ruang kerja ini dibuat oleh versi aplikasi yang lebih baharu.',
      older:
        'Ruang kerja ini masih dalam bentuk versi lama. Buka sekali dalam tetingkap aplikasi untuk mengemas kininya.',
      foreign: 'Fail dalam folder ini bukan ruang kerja aplikasi ini. Fail itu tidak disentuh.',
      damaged: 'Fail ruang kerja rosak dan tidak dapat dibaca.',
      busy: 'Ruang kerja sedang digunakan oleh program lain.',
      'migration-failed': 'Ruang kerja tidak dapat dinaik taraf. Tiada data berubah.',
      'key-file-damaged': 'Fail kunci rosak dan tidak dapat dibaca.',
      'key-file-missing':
        'Fail kunci tiada dalam folder data. Tanpanya, data tidak dapat dibuka walaupun dengan frasa laluan.',
      missing: 'Fail data ruang kerja tiada dalam folder data; hanya fail kunci yang ada.',
      'folder-unwritable': 'Folder ruang kerja tidak boleh ditulis.',
      full: 'Cakera penuh. Kosongkan ruang cakera dan cuba semula.',
      'folder-network': 'Folder data {folder} terletak pada rangkaian. Data boleh rosak di situ.',
      'folder-synced':
        'Folder data {folder} diselaraskan oleh {service}. Data boleh rosak di situ.',
    },
    backups: {
      unknown: 'Sandaran ini tiada lagi dalam foldernya.',
      'folder-inside': 'Pilih folder di luar folder data, supaya sandaran tidak hilang bersamanya.',
      'folder-missing':
        'Folder itu tidak dapat dicapai. Sambungkan pemacu atau rangkaian, kemudian cuba semula.',
      'folder-unwritable':
        'Folder sandaran tidak boleh ditulis. Minta kebenaran menulis, kemudian cuba semula.',
      'folder-full': 'Tiada ruang untuk sandaran. Kosongkan ruang cakera, kemudian cuba semula.',
      'no-second-folder': 'Folder kedua belum dipilih.',
      'not-made':
        'Sandaran tidak dapat dibuat, maka kerja ini tidak dimulakan. Lihat Tetapan › Sandaran.',
      damaged: 'Sandaran ini rosak dan tidak dipulihkan. Pilih sandaran lain.',
      'not-here': 'Ruang kerja pada pelayan disandarkan di pelayan itu.',
      'secret-needed': 'Isi frasa laluan atau kod pemulihan bagi sandaran ini.',
    },
    print: {
      'took-too-long':
        'Dokumen ini mengambil masa terlalu lama untuk disediakan. Cuba semula, atau pilih lebih sedikit imej.',
      'page-ended': 'Penyediaan dokumen terhenti. Cuba semula.',
      'kept-changing':
        'Data sentiasa berubah kerana ada kerja yang sedang berjalan. Cetak selepas kerja itu selesai.',
    },
    sheets: {
      unreadable: 'Fail ini tidak dapat dibaca. Simpan semula sebagai XLSX atau CSV dan cuba lagi.',
      empty: 'Fail ini tiada baris di bawah tajuk lajur.',
      'too-long': 'Fail ini melebihi {most} baris. Bahagikan kepada beberapa fail.',
      'too-wide': 'Fail ini melebihi 200 lajur. Buang lajur yang tidak perlu dan cuba lagi.',
      'too-large':
        'Fail ini terlalu besar: CSV sehingga 30 MB, XLSX sehingga 10 MB. Bahagikan kepada beberapa fail.',
      'open-quote':
        'Tanda petik dibuka dalam fail ini tetapi tidak ditutup, jadi baris tidak dapat dibezakan. Betulkan fail dan cuba lagi.',
    },
    workspace: {
      crashed: 'Ruang kerja terhenti dan sedang dimulakan semula. Cuba semula sebentar lagi.',
      stopped: 'Ruang kerja telah dihentikan. Tutup dan buka semula aplikasi.',
    },
  },
  {
    unexpected: 'An unforeseen error occurred. Try again; if it returns, note the reference.',
    call: {
      unknown: 'The workspace does not know this request. Close and reopen the application.',
      input: 'What was sent is incomplete or not valid. Check the fields.',
      cancelled: 'This work was cancelled.',
    },
    gate: {
      'already-created': 'A workspace already exists in this folder. Open it with its passphrase.',
      'already-open': 'The workspace is already open.',
      'not-begun': 'The earlier recovery code is no longer valid. A new one must be made.',
      locked: 'The workspace is locked. Open it again with the passphrase.',
      'screen-locked': 'The screen is locked. Unlock it to go on.',
      'wrong-passphrase': 'The passphrase is not correct. Check Caps Lock and try again.',
      'wrong-recovery-code':
        'The recovery code is not correct. Check the recovery sheet and try again.',
      'recovery-code-mistyped':
        'The code typed is not the code on the sheet. Check each group and type it again.',
      'weak-passphrase': 'The passphrase needs at least 12 characters.',
      'no-safe-storage': 'This computer has no safe storage, so the key cannot be remembered.',
    },
    people: {
      unknown: 'This person is no longer in the list.',
      'name-taken': 'This name is already in use. Add something that tells the two apart.',
      'last-active': 'At least one person must stay active.',
      'last-administrator':
        'At least one active administrator must stay. Give the role of administrator to somebody else first.',
      'no-pin': 'This person has no PIN.',
      'not-allowed':
        'This is for the {roles} only. Ask somebody who has that role to do it, or ask an administrator to give you the role.',
      'wrong-pin': 'The PIN is not right. Check it and try again.',
      'pin-wait': 'The PIN was wrong several times. Try again after {seconds} seconds.',
      'wrong-proof': 'The way to unlock for this person has changed. Choose the name again.',
      'nobody-chosen': 'First choose who is using this computer.',
    },
    days: {
      'unknown-holiday': 'This holiday is no longer in the list.',
      'unknown-import': 'This import was not found.',
      'import-undone': 'This import has already been undone.',
      'already-listed': 'This holiday already stands on the same day for the same state.',
      'already-removed': 'This holiday has been removed. Restore it first.',
      'not-removed': 'This holiday has not been removed.',
      'nothing-shipped':
        'This holiday is not in the original list, or still is as the original list has it.',
      'too-long': 'Choose a shorter period, of fewer than {most} days.',
    },
    reference: {
      unknown: 'This item is no longer in the reference data.',
      fixed: 'This item cannot be removed because other work depends on it. It may be renamed.',
      'name-taken': 'This name is already in the list. Choose another.',
      'not-editable': 'This cannot be changed in this list.',
      'not-shipped': 'The office added this item, so there are no original words to restore.',
      'order-outdated': 'The list has changed. Look at it as it is now and order it again.',
    },
    accounts: {
      unknown: 'This account is no longer in the register.',
      'unknown-snapshot': 'This record of followers no longer exists.',
      'handle-taken':
        'This account name is already registered for the same channel. Look among the accounts not in use too.',
      'unknown-channel': 'This channel is no longer offered. Choose another.',
      'unusable-image': 'This image is not in the library, or is in the trash. Choose another.',
      'unknown-operator': 'One of the operators is no longer in the list of people. Choose again.',
      'day-taken': 'Numbers of this day are already recorded. Change the row that is there.',
      'day-in-future': 'This day has not come. Choose today or an earlier day.',
    },
    posts: {
      'unknown-template': 'This template no longer exists.',
      'unknown-series': 'This series no longer exists.',
      'unknown-series-change': 'This change of the series has already been undone.',
      'series-needs-day': 'Give this post a date first; the series begins on that date.',
      'series-without-days':
        'This repetition gives no dates. Change the repetition or the date on which it ends.',
      'in-series-already': 'This post is part of a series already.',
      'not-in-series': 'This post is not part of a series.',
      'series-complete': 'All posts of this series are made already.',
      'series-changed-since': 'This series was changed again since. Undo the newer change first.',
      'template-name-taken': 'There is a template of this name. Choose another name.',
      'template-not-removed': 'This template is not removed.',
      'view-not-removed': 'This view was not removed.',
      'unknown-placeholder':
        'The template holds placeholders that nothing can fill: {names}. Correct their spelling or take the braces away.',
      unknown: 'This post no longer exists.',
      'unknown-version': 'This post has no such version.',
      'unknown-comment': 'This remark no longer exists.',
      'unknown-publication': 'This record of publication no longer exists.',
      'unknown-correction': 'This record of a correction no longer exists.',
      'unknown-decision': 'This decision on an approval no longer exists.',
      'not-on-paper':
        'This decision was made in the application, not on paper, so there is no scan to attach.',
      'unknown-result': 'This record of results no longer exists.',
      'unknown-import': 'This import no longer exists.',
      'import-undone': 'This import has already been undone.',
      'no-account': 'Choose at least one account first.',
      'nobody-approves':
        'Nobody can approve this post: everybody in its approval route wrote it or is not active. Look at the approval routes.',
      'all-held':
        'Everything was on hold at that time. Record when the post really came out, or resume first.',
      'held-that-day':
        'Everything was on hold for part of that day. Enter the time, so that it is clear whether the post came out before, during or after it.',
      'text-missing': 'Write the text of the post before asking for approval.',
      'not-in-review': 'This post is not waiting for approval.',
      'other-text':
        'Text or images changed after you opened the post. Read the newest version before deciding.',
      'own-work': 'Authors do not approve their own work. Somebody else has to decide.',
      'not-your-step': 'This step waits for the decision of somebody else.',
      'already-decided': 'Your decision on this step has been recorded.',
      'comment-missing': 'Say which changes are needed.',
      'not-your-comment': 'Only who wrote a remark may change or remove it.',
      'published-locked':
        'This post has been published: its text and images can no longer be changed. Record a correction.',
      'route-locked':
        'This post is out on one account. This type or phase needs another approval, so it can no longer be chosen.',
      'not-complete':
        'Not complete yet: {titles}. What is missing: {parts}. Add it before making them ready.',
      'signed-before-text':
        'The date of the signature is before the day this content was saved. Check the date on the sheet.',
      'typed-by-author':
        'You wrote this content. Ask somebody else to enter the decision from paper.',
      'signer-known':
        'This name is on the list of people. Choose it from the list if that person may decide this step.',
      'outsider-not-asked':
        'This step names who approves. Somebody not on the list may sign only where the approval route allows it.',
      'not-last-decision':
        'Only the last decision about this post can be taken back, while its content is the same.',
      'comment-not-removed': 'This remark has not been removed.',
      'plan-not-yours':
        'The date, time, phase and accounts of a post are changed by {roles} only. Ask somebody who holds that role.',
      'not-ready': 'A post must be ready before its publication is recorded.',
      'not-published': 'This post has not been published yet.',
      'already-published': 'The publication on this account has been recorded.',
      'account-recorded':
        'An account whose publication is recorded cannot be taken off. Take that record back first.',
      'account-skipped': 'This account was left out. Take that record back before recording.',
      'day-in-future': 'This date or time has not come yet.',
      'not-on-account': 'This post is not planned for this account.',
      'result-taken': 'Numbers for this account and date are recorded. Change that row.',
      'stopped-by-rules':
        'Something must be put right before going on: {posts}. Read the Checks tab of that post.',
      'in-blackout':
        'This post falls in the blackout period “{title}”, which holds cheerful posts. Wait until it ends, change the period, or give an exception on the tab Checks.',
      'not-allowed-in-blackout': 'This post has no exception for that blackout period.',
      'term-not-checked': 'Nobody has said yet that this term was checked in this post.',
      'no-example': 'Load the historical cycle of 2015–2019 first.',
      'history-loaded': 'The example posts have been loaded.',
      'changed-meanwhile':
        'This post was saved again after it was opened. What you typed is still here: look at the newest version, then save again.',
      'in-trash': 'This post is in the trash. Restore it first.',
      'not-in-trash': 'This post is not in the trash.',
      'not-from-here': 'This status cannot be reached from the present one.',
      'not-held': 'This post is not on hold.',
      'reason-missing': 'Say why the post is put on hold or cancelled.',
      'unknown-key':
        'A choice (category, approach, thrust or segment) is no longer offered. Choose again.',
      'unknown-account': 'An account is no longer in use. Remove it or choose another.',
      'unknown-person': 'One of the people chosen is no longer active. Choose again.',
      'unknown-phase': 'This phase no longer exists. Choose again.',
      'unknown-image': 'An image is not in the library or is in the trash. Choose another.',
      'unknown-view': 'This view is no longer saved.',
      'view-name-taken': 'Another view already has this name. Choose another.',
    },
    complaints: {
      'unknown-answer': 'This answer is not in the complaint.',
      'unknown-letter': 'You did not print this letter. Print it again from the complaint.',
      'unknown-standard-answer': 'This standard answer is no longer offered. Choose another.',
      'answer-sent': 'This answer was sent already. Write a new one.',
      'answer-not-sent': 'This answer is not marked as sent.',
      'answer-not-removed': 'This answer is not removed.',
      'answer-empty': 'Write the answer first.',
      'answer-open': 'Complete {places} in the answer, then try again.',
      'answer-unreviewed': 'An answer of this kind is reviewed by another person first.',
      'answer-not-reviewed': 'This answer is not reviewed.',
      'own-answer': 'An answer is reviewed by another person than its writer.',
      'unknown-forwarding': 'This forwarding is not in the complaint.',
      'unknown-satisfaction': 'This record of satisfaction is not in the complaint.',
      'unknown-photo': 'This photo is not among the attachments of the complaint.',
      'unknown-agency': 'This agency is no longer offered. Choose another.',
      'outcome-known': 'What became of it is recorded already.',
      'outcome-open': 'What became of it is not recorded yet.',
      'unknown-check': 'This is not among the checks before closing.',
      'closing-open': 'Complete {open} checks of complaint {number} before closing it.',
      'not-settled': 'Complaint {number} is still worked on. Settle it first.',
      'no-step-back':
        'The step of complaint {number} cannot be undone any more. Change its status.',
      'unknown-flag': 'This record of care has ended.',
      'unknown-request': 'There is no such request.',
      'unknown-breach': 'This record of a breach is no longer there.',
      'unknown-breach-notice': 'This record of a notice is no longer there.',
      'breach-times':
        'Check the times: it begins first, then it ends and is known, and none of them lies ahead.',
      'breach-number': 'No complaint has the number {number}.',
      'breach-told': 'A notice is recorded. The record of a breach is kept for 2 years at least.',
      'breach-notice-there': 'This party is recorded already. Remove that record to replace it.',
      'breach-notice-time': 'Choose a time between when the breach was known and now.',
      'unknown-disclosure': 'This record of a disclosure is gone.',
      'disposal-asked': 'The complainant of {number} waits for an answer about their data.',
      'request-extended': 'This request was extended once already.',
      'request-late': 'The 21 days are over; the request cannot be extended any more.',
      'request-answered': 'This request is answered. Reopen it first.',
      'request-open': 'This request is open.',
      'no-access-files': 'The cases of this person have no files.',
      'request-day': 'Choose a day between the receipt of the request and today.',
      'nothing-to-correct': 'Nothing has changed.',
      'disclosure-automatic': 'The application made this record; it cannot be removed.',
      'unknown-hold': 'This legal hold was lifted.',
      'hold-there': 'This case is under a legal hold already.',
      'hold-stands': 'This legal hold still stands.',
      'unknown-disposal': 'There is no such disposal.',
      'not-due': 'The retention of complaint {number} has not ended, or it was taken up again.',
      'disposal-held': 'Complaint {number} is under a legal hold and cannot be disposed of.',
      'disposal-tied':
        'Other complaints still refer to {number}. Dispose of them together or later.',
      'disposal-proposed': 'Complaint {number} is proposed in another disposal already.',
      'disposal-state': 'This disposal has changed meanwhile. Open it again.',
      'disposal-unapproved': 'A disposal needs an approval with the National Archives’ reference.',
      'disposal-not-cleared': 'Clear the backups first, then record Form 12/08.',
      'own-disposal': 'Another person approves a disposal, not whoever proposed it.',
      'unknown-takeout':
        'The leave to take this personal data out has ended. Give the reason again.',
      'nothing-to-take': 'There are no complaints in this choice. Change the period or the filter.',
      'unknown-import': 'This import no longer exists.',
      'import-undone': 'This import has already been undone.',
      'import-overtaken':
        'One of these complaints has just been registered ({number}). Check the rows again.',
      'flag-there': 'This complainant has a record of care already.',
      'flag-approved': 'This care is approved already.',
      'flag-unapproved': 'This care is not approved yet.',
      'own-flag': 'Care is approved by another person than the one who proposed it.',
      'review-past': 'Choose a day of review after today.',
      unknown: 'This complaint is not in the register.',
      'unknown-complainant':
        'This complainant is not in the register. Search again, or enter a new person.',
      'unknown-note': 'This note is no longer there.',
      'unknown-decision': 'This decision is no longer there.',
      'unknown-channel': 'This channel is no longer offered. Choose another.',
      'unknown-kind': 'This kind of complaint is no longer offered. Choose another.',
      'unknown-sub-kind': 'This sub-kind does not belong to the chosen kind. Choose again.',
      'unknown-question': 'A question is no longer asked for this sub-kind. Open the form again.',
      'unknown-urgent-kind': 'This kind of danger is no longer offered. Choose again.',
      'unknown-account': 'This account does not belong to the chosen channel. Choose another.',
      'unknown-person':
        'This person is no longer active or is no complaints officer. Choose another.',
      'reference-taken':
        'Complaint {number} already has this reference. Open it, or correct the reference.',
      'received-later': 'The time of receipt has not come yet. Correct the date and time.',
      'changed-meanwhile':
        'This complaint was changed after it was opened. What you typed is still here: look at the change, then save again.',
      'covered-text': 'This text holds covered data. Show the personal data first, then change it.',
      'not-from-here': 'Complaint {number} cannot take this step from where it stands.',
      'reason-missing': 'Give a reason.',
      'questions-open':
        'Complaint {number} cannot be closed yet: answer the questions that are needed first.',
      'post-tied': 'This post is tied to this complaint already.',
      'unknown-post-tie': 'This post is no longer tied to the complaint.',
      'ladder-shares':
        'The percentages of the warnings must rise: the first below the second, the second below the third.',
      'ladder-roles': 'Two steps cannot tell the same role. Choose another role.',
      'ladder-hours': 'Enter hours for both steps, or leave both empty.',
      'ladder-rungs': 'The second step cannot come before the first.',
      'nobody-to-correct':
        'This complaint is anonymous; there is nothing of a complainant to correct.',
      'note-not-removed': 'This note was not taken out.',
      'already-met': 'This has been recorded. Take the record back first if it is wrong.',
      'not-met': 'There is no record to take back yet.',
      'met-before-start': 'This is before the complaint was received. Correct the time.',
      'met-later': 'This time has not come yet. Correct it.',
      settled: 'Complaint {number} is settled; its clocks no longer run. Reopen it first.',
      'already-paused': 'The clocks of this complaint stand still already.',
      'not-paused': 'The clocks of this complaint do not stand still.',
      'unknown-clock-set': 'This set of limits is no longer offered. Choose another.',
      'not-apart': 'These complaints were not told apart.',
      'in-another-group':
        'Complaint {number} is under another master case. Take it out of that one first.',
      'leads-a-group': 'Complaint {number} is the master case of others. End its group first.',
      'not-to-group': 'Complaint {number} was voided and cannot be grouped.',
      'grouped-to-void':
        'Complaint {number} is in a group. Take it out of its group before voiding it.',
      'not-grouped': 'Complaint {number} is under no master case.',
      'repeats-what': 'Choose the complaint that this duplicate repeats.',
      'repeats-itself': 'Complaint {number} cannot be a duplicate of itself.',
      'repeats-a-repeat':
        'Complaint {number} is itself a duplicate, or was voided. Choose the first one.',
      'no-repeat': 'Complaint {number} is no duplicate.',
      'same-already': 'These two complainants are joined already.',
      'leads-people': 'Others are joined to this complainant. Part them first.',
      'not-joined': 'This complainant is joined to nobody.',
      'view-not-removed': 'This view was not removed.',
      'view-name-taken': 'Another view already has this name. Choose another.',
      'unknown-view': 'This view is no longer saved.',
    },
    compliance: {
      ...assessErrorWords.en,
      unknown: 'This checklist no longer exists.',
      'unknown-version': 'This version of the checklist no longer exists.',
      'unknown-control': 'This control is no longer in the draft.',
      shipped: 'This checklist came with the application. Make a copy and change the copy.',
      removed: 'This checklist was removed. Bring it back before changing it.',
      'title-taken': 'Another checklist already has this name. Choose another.',
      'draft-there': 'This checklist already has a draft. Go on with it.',
      'no-draft': 'This checklist has no draft. Start one before changing it.',
      'only-draft': 'This draft is the only version. To give it up, remove the checklist.',
      'not-discarded': 'This draft was not discarded, so there is nothing to bring back.',
      'heading-weight':
        'Weight 0 is only for a heading that is answered by the controls below it. Choose a weight that fits.',
      'already-retired': 'This control is retired already.',
      'not-retired': 'This control is not retired, so there is nothing to bring back.',
      'end-of-section': 'This control is already at the end of its section.',
      'nothing-changed':
        'This draft is the same as the last version. Change something before publishing it.',
      'nothing-asked': 'This draft asks nothing. Add a control or bring one back.',
    },
    cycles: {
      unknown: 'This cycle no longer exists.',
      'unknown-phase': 'This phase no longer exists.',
      'too-short': 'A cycle needs at least five days, one for each phase.',
      'ends-before-start': 'The last day is before the first. Change one of them.',
      'phase-in-the-way':
        'Phase {number} is in the way of these dates. Choose others, or let the border of Phase {number} move along.',
      'unknown-owner': 'The owner is no longer active in the list of people. Choose somebody else.',
      'unknown-target':
        'One of the targets is no longer offered in the reference data. Look at the targets again.',
      'history-loaded':
        'The historical cycle 2015–2019 is already loaded. If it is not in sight, look among the archived cycles.',
    },
    attachments: {
      unknown: 'This attachment no longer exists.',
      'already-there': 'The same file is already attached here, so it is not stored twice.',
      'not-removed': 'This attachment was not removed, so there is nothing to restore.',
      'unknown-redaction': 'This redacted copy no longer exists.',
      'no-picture': 'Only JPEG, PNG and WebP pictures can be redacted.',
      'not-redacted': 'Nothing of this picture is redacted.',
      empty: 'This file is empty (0 bytes). Check the original.',
      'too-large': 'This file exceeds the limit of {limit} MB. Split it, or save it smaller.',
      'not-accepted':
        'This type of file is not accepted. Accepted are PDF, JPEG, PNG, WebP, DOCX, XLSX, PPTX, TXT and EML.',
      'convert-first': '{kind} files are not accepted. Save it as {to} first, then attach it.',
      unreadable:
        'This file cannot be read. Check that it is still there and that you may open it.',
      changed:
        'This file changed while it was being read. Close the program that uses it, then try again.',
      damaged: 'This picture is damaged or too large to open. Save it anew, then attach it.',
      'original-gone':
        'The file of this attachment is missing or damaged in the store. Restore it from a backup of the data folder.',
    },
    planning: {
      'unknown-note': 'This note or blackout period no longer exists.',
      'unknown-term': 'This term is no longer in the list.',
      'unknown-hold': 'There is no record of this hold.',
      'not-removed': 'This was not removed, so there is nothing to restore.',
      'term-taken': 'This term is already in the list. Change the one that is there.',
      'already-held': 'All publication is already on hold.',
      'not-held': 'Publication is not on hold.',
    },
    images: {
      'unknown-batch': 'This batch of images no longer exists.',
      'unknown-check': 'This image is no longer part of the check.',
      unknown: 'This image is no longer in the library.',
      'batch-running': 'This batch is still being checked. Wait until it ends or cancel it first.',
      'not-keepable':
        'This image cannot be kept yet. Only images that passed, carry a warning or were given an exception can be kept.',
      'already-kept': 'This image is already in the library.',
      'not-a-repeat': 'This pair is not a repeated photo that needs a decision.',
      'repeats-library':
        'This image repeats one that entered the library after the check. Compare the two, then decide or make an exception.',
      'file-changed': 'This file changed after it was checked. Check it again before keeping it.',
      'file-gone': 'This file is no longer where it was.',
      'fix-unreadable': 'This picture cannot be read, so nothing was made from it.',
      'fix-over-limit':
        'The byte limit cannot be met even at the lowest quality. Raise the limit, or choose a smaller size.',
      'fix-not-written':
        'The file cannot be written there. Choose another folder, or check disk space and permission.',
      'fix-over-original': 'That file is an original that was checked. Choose another name.',
      'not-undoable':
        'This choice cannot be undone: a checklist of it has changed since. Change it in the photo’s pane.',
      'in-trash': 'This image is in the trash. Restore it first.',
      'original-gone':
        'Its original in the library is missing or damaged, so no copy was made. Restore it from a backup of the data folder.',
      'target-full': 'There is not enough room there. Free some space, or choose another folder.',
      'target-read-only': 'Nothing can be written there. Choose another folder.',
      'not-a-result': 'Only pictures made here can be taken off the check.',
      'pasted-too-large':
        'This image is too large to be pasted (limit {limit} MB). Save it as a file, then add that file.',
      'worker-unavailable': 'The image check could not be started. Try again in a moment.',
    },
    database: {
      newer: 'This workspace was made by a newer version of the application.',
      older:
        'This workspace still has an older form. Open it once in the application window to update it.',
      foreign:
        'The file in this folder is not a workspace of this application. It was not touched.',
      damaged: 'The workspace file is damaged and cannot be read.',
      busy: 'Another program is using the workspace.',
      'migration-failed': 'The workspace could not be upgraded. No data changed.',
      'key-file-damaged': 'The key file is damaged and cannot be read.',
      'key-file-missing':
        'The key file is not in the data folder. Without it the data cannot be opened, even with the passphrase.',
      missing: 'The data file of the workspace is not in the data folder; only the key file is.',
      'folder-unwritable': 'The workspace folder cannot be written to.',
      full: 'The disk is full. Free some space and try again.',
      'folder-network': 'The data folder {folder} is on a network. Data can be damaged there.',
      'folder-synced':
        'The data folder {folder} is synchronised by {service}. Data can be damaged there.',
    },
    backups: {
      unknown: 'This backup is no longer in its folder.',
      'folder-inside':
        'Choose a folder outside the data folder, so that backups are not lost with it.',
      'folder-missing':
        'The folder cannot be reached. Connect the drive or the network, then try again.',
      'folder-unwritable':
        'The folder of backups cannot be written to. Ask for permission, then try again.',
      'folder-full': 'There is no room for a backup. Free some disk space, then try again.',
      'no-second-folder': 'No second folder was chosen.',
      'not-made': 'No backup could be made, so this work was not begun. See Settings › Backups.',
      damaged: 'This backup is damaged and was not restored. Choose another.',
      'not-here': 'A workspace on a server is backed up on that server.',
      'secret-needed': 'Enter the passphrase or the recovery code of this backup.',
    },
    print: {
      'took-too-long': 'This document took too long to prepare. Try again, or choose fewer images.',
      'page-ended': 'Preparing the document stopped. Try again.',
      'kept-changing':
        'The data kept changing because work is under way. Print after that work has ended.',
    },
    sheets: {
      unreadable: 'This file cannot be read. Save it again as XLSX or CSV and try again.',
      empty: 'This file has no rows under its headings.',
      'too-long': 'This file has more than {most} rows. Divide it into several files.',
      'too-wide': 'This file has more than 200 columns. Remove those not needed and try again.',
      'too-large':
        'This file is too large: CSV up to 30 MB, XLSX up to 10 MB. Divide it into several files.',
      'open-quote':
        'A quotation mark is opened in this file and never closed, so its rows cannot be told apart. Correct the file and try again.',
    },
    workspace: {
      crashed: 'The workspace stopped and is being started again. Try again in a moment.',
      stopped: 'The workspace was stopped. Close and reopen the application.',
    },
  },
)
