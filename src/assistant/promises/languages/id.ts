import type { Language } from '../language.ts';

export const id: Language = {
  code: 'id',
  who: `tim|rekan_|agen|staf|petugas|manusia|seseorang|operator|perwakilan|layanan pelanggan|cs|spesialis|manajer|supervisor|karyawan|admin|dukungan`,
  verbs: `masuk|memberi|memberitahu|diberi|menginformasi|diinformasi|menerus|diterus|menghubung|dihubung|mengabar|menyampai|disampai|melapor|memanggil|dipanggil|mengalih|dialih|menyambung|disambung
    |meminta|mengirim|dikirim|hubungkan|sambungkan|panggil|terhubung|tersambung|bergabung|mengambil alih|membalas|menelepon|mereka akan`,
  said: `(sudah|telah|baru saja|sedang|sekarang|kini) ~(%_|tahu|(ada )?di (sini|obrolan))`,
  will: `(akan|biar|biarkan|izinkan|ingin|mau|saya|saya bisa|saya dapat) ~(%_|(membantu|menjawab|datang) ~(segera|sebentar|di sini))|segera (membantu|menjawab)`,
  willAlone: 'mereka akan ~segera|mereka akan bergabung',
  not: 'tidak|belum|bukan|tanpa|anda dapat|anda bisa',
  when: 'jika|kalau|apabila|setelah|bila|ketika',
  truths: `Saya tidak bisa memanggil siapa pun ke obrolan ini, tetapi senang membantu.
    Belum ada yang dipanggil; jika ingin bicara dengan orang, minta saja.
    Belum ada yang dipanggil; jika ingin bicara dengan orang, jawab ya.
    Permintaan Anda sedang menuju ke tim.
    Tim sudah tahu; belum ada yang bergabung.
    Saya gagal menghubungi tim; silakan tinggalkan email Anda.`,
};
