import { readNames } from './name'

/** Bambara, Malinké and their neighbours: a given name and a clan name (jamu). */
export const mandeMen = readNames(`
Mamadou, Mahamadou, Mamadu / Mamadu, Mahamadu, Muhamadu / محمدو / Madou
Moussa, Mousa / Musa, Moosa / موسى / Balla
Oumar, Omar, Oumarou / Umar, Omar, Umaru / عمر / Barou
Amadou, Ahmadou, Hamadou / Amadu, Ahmadu / أحمدو / Madou
Ibrahima, Ibrahim, Brahima, Bréhima / Ibrahim, Brahima, Ebrahima / إبراهيم / Iba, Brin
Souleymane, Soulaymane, Souleimane / Suleiman, Sulayman, Suleyman / سليمان / Solo
Seydou, Saïdou, Seïdou / Saidu, Seydu, Seidu / سعيدو / Dou
Bakary, Bakari / Bakari, Bakary / بكاري / Bako
Adama, Adamou / Adama, Adamu / آدم / Vieux
Drissa, Idrissa, Idriss / Idrisa, Driss, Idris / إدريس / Driba
Issa, Inssa / Isa, Issa / عيسى / Petit
Modibo, Modybo / Modeebo, Modibo / موديبو / Dibo
Lassana, Lassina, Alassane / Lasana, Alhassan / الحسن / Lass
Fousseyni, Fousséni, Fousseiny / Fuseini, Fusayni, Fousseni / الحسيني / Fousse
Yacouba, Yakouba / Yakuba, Yacuba / يعقوب / Yac
Daouda, Dawda / Dauda, Dawuda / داود / Vié
Sékou, Sekou / Seku, Sekoo / سيكو / Sek
Salif, Salifou / Salif, Salifu / صالح / Salifo
Abdoulaye, Abdoulahi, Abdoulay / Abdulai, Abdullahi, Abdoulie / عبد الله / Ablo, Abdou
Boubacar, Boubakar, Aboubacar / Bubakar, Abubakar / أبو بكر / Bouba
Siaka, Siriaka / Shiaka, Siaka / إسحاق / Sia
Zoumana, Zoumane / Zumana / عثمانا / Zou
Nouhoum, Nouhou, Nouhoun / Nuhum, Nuhu / نوح / Nou
Tiémoko, Tiemoko, Thiémoko / Chemoko, Tyemoko / / Tiè
N'Golo, Ngolo, N'golo / Ngolo, Golo / / Golo
Bourama, Burama / Burama, Bourama / برامة / Bou
Ousmane, Ousman / Usman, Osman, Ousman / عثمان / Ous
Karamoko, Karamogo / Karamoko / كرموكو / Karo
`)

export const mandeWomen = readNames(`
Fatoumata, Fatimata, Fatouma / Fatumata, Fatimata, Fatuma / فاطمة / Fanta, Fatim, Founè
Aminata, Aminatou, Amineta / Aminata, Aminatu / أمينة / Ami, Mina
Mariam, Mariama, Maryam / Mariam, Maryam, Meriam / مريم / Mah, Mama
Aïssata, Aïssatou, Aissata / Aisata, Aishatu, Isatou / عائشة / Aïs, Nènè
Kadiatou, Kadidiatou, Kadiata / Kadijatu, Khadijatou, Kadiatu / خديجة / Kadia, Kadi
Awa, Hawa, Haoua / Awa, Hawa, Hauwa / حواء / Wawa
Oumou, Omou, Oumoul / Umu, Oumu / أم / Mimi
Djénéba, Djeneba, Diénéba / Jeneba, Jenaba, Zeinab / زينب / Djènè
Salimata, Salimatou / Salimata, Salimatu / سليمة / Sali
Rokia, Rokiatou, Roukiatou / Rukia, Rukiatu, Rokia / رقية / Rokè
Assitan, Assétou, Assitou / Asitan, Assetu / / Assi
Ramata, Ramatou, Ramatoulaye / Ramata, Rahmatu / رحمة / Ram
Bintou, Binta / Bintu, Binta / بنت / Bi
Coumba, Koumba / Kumba, Cumba / كمبا / Coumbis
Sira, Sirra / Seera, Sira / سيرة / Sirani
Safiatou, Safi, Safiata / Safiatu, Safiya / صفية / Saf
Korotoumou, Korotimi, Korotoum / Korotumu, Korotimi / / Koro
Maïmouna, Mamouna, Maimouna / Maimuna, Maymuna / ميمونة / Mouna
Alimata, Halimata, Halimatou / Alimata, Halimatu / حليمة / Alima
Sanaba, Sanèba / Sanaba / / Sana
Ténin, Tenin, Tènè / Tenin, Tene / / Tè
Nassira, Nasira / Nasira, Nassira / نصيرة / Nassi
Astan, Assatan / Astan / / Tan
`)

export const mandeClans = readNames(`
Traoré, Traore, Tarawélé / Traore, Trawally, Tarawele / تراوري
Coulibaly, Koulibaly, Coulibali / Kulibali, Coulibaly / كوليبالي
Diarra, Diara, Jara / Jarra, Jara, Diarra / جارا
Keïta, Keita, Kéita / Keita, Kayta / كيتا
Konaté, Konate / Konate, Conateh / كوناتي
Koné, Kone, Conné / Kone, Konneh / كوني
Dembélé, Dembele, Dambélé / Dembele, Dembelay / دمبيلي
Doumbia, Doumbya, Dumbia / Dumbia, Dumbuya / دومبيا
Camara, Kamara / Kamara, Camara / كامارا
Fofana, Fofanah / Fofana, Fofanah / فوفانا
Samaké, Samake / Samake / ساماكي
Bagayoko, Bagayogo / Bagayoko, Bagayogo / باغايوكو
Sanogo, Sanogoh / Sanogo / سانوغو
Togola, Togora / Togola / توغولا
Kouyaté, Kouyate / Kuyateh, Kuyate / كوياتي
Tangara, Tankara / Tangara / تنغارا
Mariko, Marico / Mariko / ماريكو
Ballo, Balo / Ballo / بالو
`)
