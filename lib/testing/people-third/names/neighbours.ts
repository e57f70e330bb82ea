import type { NameTable } from './table'

export const mossi: NameTable = {
  men: 'Ousmane Issa Adama Boukary Salam Rasmané Hamado Idrissa Pascal Michel Tiga Raogo Noraogo Moumouni Sayouba Karim Jean Lassané Mahamadi Harouna Souleymane Jules Paténéma Yamba Tibo',
  women:
    'Mariam Salimata Awa Aminata Fatimata Rasmata Alimata Pogbi Raïnatou Zénabo Tené Poko Habibou Kadiatou Assèta Clarisse Noaga Adjara Balkissa Florence Lamoussa Sanata',
  families:
    'Ouédraogo Sawadogo Kaboré Zongo Compaoré Nikiéma Ilboudo Kafando Zoungrana Tapsoba Ouoba Sankara Yaméogo Tiendrébéogo Bamogo Nana Savadogo Belem Rouamba',
  twins: ['Raogo Poko*', 'Assane Ousseini'],
}

export const hausa: NameTable = {
  men: 'Moussa Ibrahim Issoufou Mahaman Abdou Sani Yacouba Harouna Salissou Laouali Maman Oumarou Bachir Souley Lawan Nassirou Kabirou Chaïbou Hamissou Garba Tanko Dan_Juma Illiassou Rabiou',
  women:
    'Aïcha Mariama Hadiza Zeinabou Rakia Halima Balkissou Habsou Saadatou Fati Nana Rabi Sakina Tsahara Ouma Laraba Delou Hassia Zouera Rahila Talatou Indo',
  families: 'Abdou Moussa Ibrahim Mahaman Sani Garba Issa Adamou',
  twins: ['Hassane Housseini', 'Hassana* Housseina*'],
  fatherAsFamily: 0.85,
}

export const ivorian: NameTable = {
  men: 'Ibrahim Kouassi Yao Kouamé Konan Moussa Koffi Serge Didier Ali Aboubakar Lacina Kouadio Hervé Arsène Mamadou Amara Vassiriki Stéphane Drissa Eric Vamara',
  women:
    'Aya Mariam Amenan Adjoua Affoué Fatou Akissi Aminata Ahou Sandrine Salimata Nadège Massandjé Rokia Maferima Bintou Prisca Estelle Mawa Karidja',
  families:
    'Koné Ouattara Kouassi Kouamé Coulibaly Bamba Touré Yao Konan Traoré Soro Silué Koffi Diomandé Fofana Kouadio Dosso Bakayoko Yéo Gnagne Guéi Zadi',
  twins: ['Nda Kouassi', 'Lacina Fousseni'],
}

export const guinean: NameTable = {
  men: 'Mamadou Alpha Ibrahima Thierno Mohamed Abdoulaye Ousmane Alseny Sékouba Amadou Boubacar Aboubacar Elhadj Saliou Souleymane Morlaye Fodé Mory Bangaly Faya Saa Lansana Sory',
  women:
    'Fatoumata Mariama Aïssatou Kadiatou Aminata Oumou Mabinty Hadja Djenabou Fanta Saran Hawa Binta Néné Tiguidanké Nantenin Kaniga Bountou Sia Finda Ramatoulaye Adama',
  families:
    'Diallo Bah Barry Camara Sow Condé Bangoura Keïta Sylla Baldé Soumah Touré Traoré Kourouma Doumbouya Kaba Cissé Millimouno Leno Loua',
  twins: ['Alhassane Alhousseny', 'Sia* Finda*'],
}

export const nigerian: NameTable = {
  men: 'Ibrahim Emmanuel Musa Osaze Abubakar Chidi Efosa Sani Emeka Tunde Bukar Modu Mustapha Kelvin Festus Friday Lucky Ali Godwin Ikenna Adewale Sunday',
  women:
    'Blessing Joy Faith Mercy Aisha Precious Hauwa Gift Osas Favour Fatima Chioma Esther Yagana Falmata Glory Zara Happiness Ngozi Destiny Patience Hafsat',
  families:
    'Ibrahim Osagie Musa Okafor Idahosa Abubakar Eze Bello Omoregie Bukar Okonkwo Igbinedion Modu Osaro Adeyemi Usman Nwosu Ogbebor Balogun',
  twins: ['Taiwo Kehinde', 'Hassan Hussaini'],
}
