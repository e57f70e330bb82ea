import { readNames } from './name'

/** Fulani of the Macina, the Hayre and the Seeno. */
export const fulaniMen = readNames(`
Hamadoun, Hamadou, Ammadoun / Hamadun, Hamadu / حمدون / Hama
Amadou, Ahmadou, Aamadou / Amadu, Ahmadu / أحمدو / Hamma
Hammadi, Amadi, Hamadi / Hammadi, Hamadi / حمادي / Hadi
Boureïma, Boureima, Bourima / Bureima, Burayma / إبراهيم / Bour
Sambo, Samboo / Sambo / سمبو / Sam
Demba, Ndemba / Demba / دمبا / Dem
Oumarou, Oumar / Umaru, Umar / عمر / Oumo
Aly, Ali, Aliou / Ali, Aliu / علي / Alou
Allaye, Alaye, Allay / Allaye, Alaye / / Al
Belco, Belko, Bello / Belko, Bello / بلكو / Bel
Gouro, Guro, Gourro / Guro / غورو / Gour
Yéro, Yero / Yero, Yeroh / ييرو / Yér
Hambarké, Ambarké, Hambarke / Hambarke / همباركي / Hamba
Nouh, Nouhoum / Nuh, Nuhu / نوح / Nou
Ousmane, Ousmana / Usman, Usmana / عثمان / Ous
Boubou, Bouba / Bubu / بوبو / Boub
Samba, Sammba / Samba / سمبا / Sam
Sadou, Saadou / Sadu, Saadu / سعدو / Sa
Idrissa, Iddrissa / Idrisa / إدريس / Iddo
Hamma, Amma / Hamma / حما / Ham
`)

export const fulaniWomen = readNames(`
Kadiata, Kadiatou, Kadidiata / Kadiata, Kadijata / خديجة / Kadi
Dado, Daado / Dado / / Da
Coumba, Kumba, Koumba / Kumba / كمبا / Coum
Penda, Pennda, Penndo / Penda / بندا / Pen
Takko, Tako / Takko / تاكو / Tak
Fatoumata, Fatimata, Faatumata / Fatumata / فاطمة / Fanta, Faati
Aïssata, Aissata, Aysata / Aysata, Aisata / عائشة / Aïs
Djénéba, Diénéba, Zeïnaba / Jeneba, Zainaba / زينب / Djènè
Dikoré, Dicoré, Dikko / Dikore / ديكوري / Dik
Altiné, Altinè / Altine / الاثنين / Alti
Bolo, Bollo / Bolo / / Bo
Hadiatou, Hadiata / Hadiatu / هدية / Hadi
Oumou, Umu, Oumoul / Umu, Ummu / أم / Mimi
Mariama, Mayrama, Maïrama / Mariama, Mairama / مريم / May
Salamata, Salimata / Salamata / سلامة / Sala
Safiatou, Saafi, Safi / Safiatu, Safi / صفية / Saf
`)

export const fulaniClans = readNames(`
Diallo, Dialo, Djallo / Jallow, Jalloh, Diallo / جالو
Bah, Ba, Bâ / Bah, Ba / باه
Barry, Bary, Barri / Barry, Barrie / باري
Sow, So, Sô / Sow, So / صو
Sidibé, Sidibe, Cidibé / Sidibe, Sidibeh / سيديبي
Sangaré, Sangare, Sankaré / Sangare, Sangareh / سانغاري
Tall, Tal / Tall, Taal / تال
Dicko, Diko / Dicko, Diko / ديكو
Kane, Kan, Cane / Kane, Kan / كان
Ly, Li / Ly, Lee / لي
Boly, Boli / Boly / بولي
`)

/** Dogon of the cliff and the plain. */
export const dogonMen = readNames(`
Ambadio, Ambadjo, Ambajo / Ambajo, Ambadio / / Amba
Amadou, Ahmadou, Amadu / Amadu / أحمدو / Madou
Ogobara, Ogobarra / Ogobara / / Ogo
Antandou, Antendou / Antandu / / Anta
Domo, Dommo / Domo / / Do
Ali, Aly / Ali / علي / Alou
Amaga, Hamaga / Amaga / / Ama
Souleymane, Soulemane / Suleiman / سليمان / Solo
Oumar, Omar / Umar / عمر / Barou
Seydou, Saydou / Seydu / سعيدو / Dou
Allaye, Alaye / Alaye / / Al
Apomi, Apommi / Apomi / / Apo
Moussa, Moussâ / Musa / موسى / Mouss
Hamidou, Amidou / Hamidu / حميدو / Hami
Anou, Annou / Anu / / An
`)

export const dogonWomen = readNames(`
Yasiguè, Yassiguè, Yasigué / Yasige, Yassigue / / Yasi
Yapéré, Yaperé / Yapere / / Yap
Kadia, Kadiatou / Kadia, Kadiatu / خديجة / Kadi
Mariam, Maryam / Mariam / مريم / Mah
Yassa, Yasa / Yasa / / Ya
Sata, Satta, Aïssata / Sata / / Sa
Yadomo, Yadommo / Yadomo / / Yado
Fatouma, Fatoumata / Fatuma / فاطمة / Fanta
Oumou, Omou / Umu / أم / Mimi
Hawa, Awa / Hawa / حواء / Wawa
Yanindjou, Yanindiou / Yaninju / / Yani
Aminata, Ami / Aminata / أمينة / Ami
`)

export const dogonClans = readNames(`
Guindo, Gindo / Gindo, Guindo / غيندو
Ouologuem, Wologuem, Ouologuèm / Wologuem, Ologuem / وولوغم
Togo, Tôgo / Togo / توغو
Tembely, Tembély, Timbely / Tembely, Tembeli / تمبيلي
Kassogué, Kassogue, Cassogué / Kasoge, Kassogue / كاسوغي
Dolo, Dollo / Dolo / دولو
Kodio, Codio / Kojo, Kodio / كوديو
Karembé, Karambé, Karembe / Karambe, Karembe / كارمبي
Tessougué, Tessougue, Tésougué / Tesuge, Tessougue / تسوغي
Djiguiba, Diguiba, Djiguba / Jigiba, Djiguiba / جيغيبا
Sagara, Saghara / Sagara / ساغارا
Poudiougou, Poudjougou / Pujugu, Poudiougou / بوجوغو
Niangaly, Niangali, Gnangaly / Nyangali, Niangaly / نيانغالي
Saye, Sayé / Saye / ساي
`)

/** Soninké of Nioro, Nara and the towns. */
export const soninkeMen = readNames(`
Diadié, Diadie, Djadié / Jaje, Diadie / جاجي / Dia
Gaye, Gayé, Gaï / Gaye / غاي / Ga
Demba, Dembba / Demba / دمبا / Dem
Samba, Sambba / Samba / سمبا / Sam
Bakary, Bakari / Bakari / بكاري / Bako
Makan, Maka, Makang / Makan / مكان / Mak
Mody, Modi / Modi, Mody / مودي / Mo
Birama, Biran / Birama / برامة / Bira
Waly, Wali, Ouali / Wali / والي / Wa
Boubou, Bouba / Bubu / بوبو / Boub
Cheickna, Cheikhna, Sékhna / Sheikhna / شيخنا / Cheick
Mahamadou, Mamadou / Mahamadu / محمدو / Madou
`)

export const soninkeWomen = readNames(`
Goundo, Gundo / Gundo / غندو / Goun
Hatouma, Hatoumata / Hatuma / فاطمة / Hata
Coumba, Koumba / Kumba / كمبا / Coum
Sadio, Sadjo / Sajo, Sadio / ساجو / Sa
Kany, Kani / Kani / كاني / Ka
Fily, Fili / Fili / فيلي / Fi
Mahawa, Mawa / Mahawa / محوا / Maha
Diarra, Diara / Jarra / / Dia
Hawa, Awa / Hawa / حواء / Wawa
Aïssé, Aïssétou / Aise / عائشة / Aïs
`)

export const soninkeClans = readNames(`
Niakaté, Niakate, Gnakaté / Nyakate, Niakate / نياكاتي
Diawara, Djawara, Diaoura / Jawara, Diawara / جاوارا
Soumaré, Soumare, Soumarè / Sumareh, Sumare / سوماري
Tounkara, Tunkara / Tunkara, Tounkara / تونكارا
Sylla, Silla, Syla / Sylla, Silla / سيلا
Dramé, Drame, Daramé / Drammeh, Drame / درامي
Gassama, Gasama / Gassama, Gasama / غساما
Wagué, Wague, Ouagué / Wageh, Wague / واغي
Diakité, Diakite, Djakité / Jakite, Diakite / دياكيتي
Koïta, Koita, Coïta / Koita / كويتا
Diagouraga, Djagouraga / Jaguraga / جاغوراغا
`)
