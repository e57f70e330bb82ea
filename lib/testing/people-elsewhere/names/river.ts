import { readNames } from './name'

/** Songhay, from Djenné to Ansongo: often the father's first name where a form asks for a surname. */
export const songhayMen = readNames(`
Mahamane, Mahaman, Mahamar / Mahaman, Muhaman / محمان / Mahaman Dj
Alhousseyni, Alousseini, Alhousseini / Alhuseini, Alhussaini / الحسيني / Houssey
Alhassane, Alassane, Lassane / Alhassan, Alasan / الحسن / Lass
Abdoulaye, Abdoullaye / Abdullahi, Abdulai / عبد الله / Abdou, Ablo
Aliou, Alio, Aliyou / Aliu, Aliyu / عليو / Alou
Idrissa, Driss, Idrisse / Idrisa, Idris / إدريس / Iddo
Hamidou, Amidou / Hamidu, Amidu / حميدو / Hamey
Almahadi, Almahdi, Elmehdi / Almahadi, Al Mahdi / المهدي / Mahadi
Abdramane, Abdourahamane, Abderahmane / Abdurahman, Abdoulrahman / عبد الرحمن / Dramane, Abdra
Soumaïla, Soumeylou, Ismaïla / Sumaila, Ismaila / إسماعيل / Souma
Attaher, Attahirou, Tahirou / Attaher, Tahiru / الطاهر / Taher
Youssouf, Youssoufa, Issoufi / Yusuf, Yusufa / يوسف / Yous
Albakaye, Albakay, Elbakaye / Albakai, Albakaye / البكاي / Bakaye
Bocar, Boucar, Aboubacrine / Bokar, Bukar / بوكر / Bok
Hamadoun, Hamadou, Ahmadou / Hamadun, Ahmadu / حمدون / Hama
Ibrahim, Ibrahima, Boureïma / Ibrahim, Brahim / إبراهيم / Ibra
Seydou, Seïdou / Seydu, Saidu / سيدو / Dou
Mohomodou, Mohamadou / Mohomodu, Muhamadu / محمدو / Modou
Agaly, Agali / Agali / أغالي / Aga
Yehia, Yahya, Yéhia / Yahya, Yehia / يحيى / Yaya
`)

export const songhayWomen = readNames(`
Fadimata, Fadima, Fadimatou / Fadimata, Fadimatu / فاطمة / Fadi, Dima
Haoua, Hawa, Aoua / Hauwa, Hawa / حواء / Hawey
Zeïnabou, Zeinab, Zeynabou / Zainabu, Zeinabu / زينب / Zeina, Zeï
Aïchatou, Aïssata, Aichatou / Aishatu, Aisha / عائشة / Aïchè
Mariama, Mariam, Mariétou / Mariama, Maryama / مريم / Mari
Salamatou, Salamata / Salamatu / سلامة / Sala
Bibata, Habibata, Habibatou / Bibata, Habibatu / حبيبة / Bibi
Halimatou, Alimatou, Halimata / Halimatu, Halima / حليمة / Hali
Nafissatou, Nafissa / Nafisatu, Nafisa / نفيسة / Nafi
Ramatoulaye, Ramata / Ramatulai, Rahmatulahi / رحمة الله / Rama
Hamsatou, Hamssatou, Amsatou / Hamsatu, Hamsat / حمزة / Hamsa
Agaïchatou, Agaïcha, Agaicha / Agaishatu, Agaisha / أغيشة / Agaï
Saoudatou, Saouda / Saudatu, Sauda / سعودة / Saou
Kadidja, Kadidia, Hadidja / Khadija, Kadija / خديجة / Kadi
Rabiatou, Arbi, Rabi / Rabiatu, Rabi / ربيعة / Rabi
Assanatou, Assana / Asanatu, Hassana / حسنة / Assa
Mintou, Mintata / Mintu / منت / Min
Djamila, Jamila / Jamila / جميلة / Djami
`)

export const songhayClans = readNames(`
Maïga, Maiga, Mayga / Maiga, Mayga / مايغا
Touré, Toure, Turé / Toure, Touray / توري
Cissé, Cisse, Sissé / Cisse, Ceesay, Sise / سيسي
Haïdara, Haidara, Aïdara / Haidara, Aidara / حيدرة
Arby, Arbi / Arby / عربي
Yattara, Yatara / Yattara, Yatara / يتارا
Dicko, Diko / Dicko, Diko / ديكو
Traoré, Traore / Traore / تراوري
`)

/** Bozo fishing families of the delta. */
export const bozoMen = readNames(`
Baba, Babba / Baba / بابا / Bah
Kola, Kolla / Kola / / Ko
Sory, Sori / Sorie, Sori / سوري / So
Almamy, Almami / Almamy, Almami / الإمام / Mamy
Lassine, Lassiné / Lasine / الحسن / Lass
Dramane, Draman / Draman / عبد الرحمن / Dra
Bakaïna, Bakayna / Bakaina / / Baka
Ousmane, Ousman / Usman, Osman / عثمان / Ous
Sékou, Cheickou / Seku / سيكو / Sek
Komoye, Komoï / Komoy / / Komo
Mamadou, Mahamadou / Mamadu / محمدو / Madou
`)

export const bozoWomen = readNames(`
Niamoye, Gnamoye, Niamoï / Nyamoye, Niamoy / / Nia
Sokona, Soukouna / Sokona, Sukuna / سكونة / Soko
Kombé, Kombè / Kombe / / Kom
Assana, Hassana / Asana, Hassana / حسنة / Assa
Kadidia, Kadidja / Kadija / خديجة / Kadi
Fatouma, Fatoumata / Fatuma / فاطمة / Fatim
Nana, Nanna / Nana / نانا / Na
Tata, Tatta / Tata / / Ta
Yaye, Yayé / Yaye / / Ya
Aminata, Amina / Aminata / أمينة / Ami
`)

export const bozoClans = readNames(`
Konta, Kontha / Konta, Conta / كونتا
Karabenta, Karabinta / Karabenta / كارابنتا
Nientao, Niéntao, Gnentao / Nyentao, Nientao / نينتاو
Sininta, Sinenta / Sininta / سيننتا
Famanta, Famenta / Famanta / فامنتا
Kampo, Campo / Kampo / كامبو
Tomota, Tomouta / Tomota / توموتا
Minta, Mienta / Minta / مينتا
Salamanta, Salamenta / Salamanta
`)
