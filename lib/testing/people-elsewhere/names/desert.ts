import { readNames } from './name'

/** Kel Tamasheq: a given name and "Ag" (son of) or "Walet" (daughter of) with the father's. */
export const tuaregMen = readNames(`
Mohamed, Mahamad, Mohammed / Mohammed, Muhammad / محمد / Hamma, Moha
Ahmed, Ahmad, Akhmed / Ahmed, Ahmad / أحمد / Hammada
Alhassane, Alhassan, Elhassane / Alhassan, Alhasan / الحسن / Hassa
Attaher, Altaher, Attahar / Attaher, Altahir / الطاهر / Taher
Ibrahim, Ibrahime, Brahim / Ibrahim, Ebrahim / إبراهيم / Ibra
Mossa, Moussa / Mosa, Mossa, Musa / موسى / Mossi
Intalla, Intallah, Antalla / Intalla, Intallah / إنتالا / Talla
Alghabass, Algabass, Elghabass / Alghabas, Alghabbas / الغباس / Ghaba
Aghaly, Aghali, Ghali / Aghali, Agali / غالي / Agha
Rhissa, Ghissa, Rissa / Ghissa, Rhisa / غيسى / Rhi
Attayoub, Attayoube, Alayoub / Attayub, Al Ayub / أيوب / Ayou
Akli, Akly, Akeli / Akli / أكلي / Ak
Abdoussalam, Abdousalam, Abdessalam / Abdusalam, Abdul Salam / عبد السلام / Salam
Zeid, Zeïd, Zeyd / Zaid, Zayd / زيد / Zé
Inamoud, Inamoude, Inahmoud / Inamud / إنامود / Moud
Bilal, Billal / Bilal / بلال / Bila
Elmehdi, Almahdi, Elmedi / Al Mahdi, Elmahdi / المهدي / Mehdi
Ousmane, Oussmane, Ghousmane / Usman, Ghusman / عثمان / Ous
Mohamed Ali, Mohamedali, Mahamad Ali / Mohammed Ali / محمد علي / Medali
Hamad Ahmed, Hamadahmed, Hamad-Ahmed / Hamad Ahmed / حمد أحمد / Hamad
Khamma, Hamma, Rhamma / Khamma, Hamma / حمّا / Kham
`)

export const tuaregWomen = readNames(`
Fadimata, Fatimata, Fadimatou / Fadimata, Fatimata / فاطمة / Fadi, Tata
Tinalbaraka, Tin Albaraka, Tinelbaraka / Tinalbaraka, Tin Al Baraka / تين البركة / Tina
Mariama, Mariam, Meriama / Mariama, Maryama / مريم / Mari
Taghlift, Taghlifte, Taglift / Taghlift / تغليفت / Tagh
Fatma, Fatima, Fatouma / Fatma, Fatima / فاطمة / Fati
Lalla, Lala / Lalla, Lala / لالة / Lal
Zeïnabou, Zeynaba, Zeinaba / Zainaba, Zeinab / زينب / Zeïna
Raïchatou, Aïchatou, Ghaïchatou / Raishatu, Ghaisha / عائشة / Ghaïcha
Tahal, Tehel / Tahal / تهل / Ta
Halima, Halimatou / Halima / حليمة / Hali
Mouneïssa, Mounissa / Munaisa / مونيسة / Mouna
Adizetou, Hadizatou, Adiza / Hadizatu, Adizatu / خديجة / Adi
Agaïchatou, Aghaïchatou / Agaishatu / أغيشة / Agaï
Talatou, Tallatou / Talatu / تلات / Tala
Tinhinane, Tin Hinane, Tinhinan / Tinhinan, Tin Hinan / تينهنان / Tin
Assalama, Salama / Assalama, Salama / السلامة / Sala
Ramata, Ghamata / Ramata, Rahmata / رحمة / Ram
Oumalkhair, Oumelkheir, Oumoulkhairi / Umalkhair, Umm al Khair / أم الخير / Oumou
`)

/** Moors and Kounta of Timbuktu and Gao: "Ould" (son of), "Mint" (daughter of). */
export const arabMen = readNames(`
Mohamed, Mouhamed, Mohamadou / Mohammed, Muhammad / محمد / Deh, Hamma
Sidi Mohamed, Sidimohamed, Sid Mohamed / Sidi Mohammed, Sidi Muhammad / سيدي محمد / Sidi
Ahmed, Ahmedou, Hmeïda / Ahmad, Ahmed / أحمد / Hmed
Moulaye, Moulay, Maoulaye / Mulay, Moulay / مولاي / Moul
Cheikh, Cheick, Chikh / Sheikh, Shaykh / الشيخ / Cheïkhna
Mahmoud, Mahamoud / Mahmud, Mahmood / محمود / Houd
Lamine, El Amine, Lemine / Lamin, Al Amin / الأمين / Lam
Abdallah, Abdallahi, Abdellah / Abdullah, Abdallah / عبد الله / Abda
Salem, Salim, Saleme / Salem, Salim / سالم / Sal
Ely, Eli, Ali / Ali, Eli / علي / Eliy
Sid'Ahmed, Sidahmed, Sidi Ahmed / Sidi Ahmed, Sid Ahmad / سيد أحمد / Sid
Tahar, Taher, Ettaher / Tahir, Tahar / الطاهر / Tah
Baye, Bay, Bai / Bay, Bai / باي / Ba
Najim, Nagim, Nedjim / Najim, Najem / نجم / Naj
Hamdi, Hamdy / Hamdi / حمدي / Ham
Bechir, Béchir, Bachir / Bashir, Besheer / بشير / Bech
Mohamed Lemine, Mohamed Lamine, Medlemine / Mohammed Lamin / محمد الأمين / Lemine
`)

export const arabWomen = readNames(`
Fatma, Fatimetou, Vatma / Fatma, Fatimatou / فاطمة / Fati
Mariem, Meriem, Maryem / Mariam, Meryem / مريم / Meïma
Aïchata, Aïcha, Aichetou / Aisha, Aichatu / عائشة / Aïchou
Lalla, Lala / Lalla / لالة / Lal
Khadijetou, Khadidjatou, Khadija / Khadija, Khadijatu / خديجة / Khady, Dija
Zeïnebou, Zeinab, Zeyneb / Zainab, Zeinabu / زينب / Zeïna
Toutou, Toutu / Tutu / توتو / Tou
Neïma, Naïma, Néma / Naima, Neima / نعيمة / Né
Oumkelthoum, Oum Keltoum, Oumkalsoum / Umm Kulthum, Umkulsum / أم كلثوم / Oum
Salka, Essalka / Salka / السالكة / Sal
Selma, Salma / Salma, Selma / سلمى / Sel
Lemneya, Lemnaya / Lemnaya / لمنية / Lem
Nana, Nanna / Nana / نانا / Na
Zahra, Zahara, Fatimzahra / Zahra, Zara / زهرة / Zah
`)
