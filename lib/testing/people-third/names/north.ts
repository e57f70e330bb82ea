import type { NameTable } from './table'

export const songhay: NameTable = {
  men: 'Mahamane Alassane Moussa Ibrahim Abdoulaye Soumaïla Hamadou Seydou Ousmane Ali Alhousseini Idrissa Issoufi Boubacar Abdou Harouna Almahadi Younoussa Hamma Sidi Agali Souleymane Adama Yehia Attaher Oumarou Arboncana Mossa Zakaria Aliou Hamidou Baba Aguissa',
  women:
    'Fatouma Aïssata Mariama Hadizatou Zeïnabou Fadimata Bibata Aminata Salamatou Haoussa Nana Ramatou Hamsatou Kadidiatou Aïchatou Halimatou Fati Hawa Assanatou Agaïchatou Djamila Saouda Arahamatou Safietou Bintou Tiziri Habsatou Arkietou',
  families:
    'Maïga Touré Cissé Haïdara Traoré Arby Dicko Diallo Albakaye Alhadji Tandina Kounta Sankaré Niangado Tamboura Boncana',
  twins: ['Alassane Alhousseini', 'Hassan Housseini', 'Hassanatou* Housseinatou*'],
  fatherAsFamily: 0.5,
}

export const tuareg: NameTable = {
  men: 'Mohamed Alhassane Ibrahim Ahmed Moussa Hamma Mossa Aghali Ismaguil Almoustapha Attaher Intalla Hamzata Mohamedine Elmehdi Ousmane Alkassoum Assalim Ghali Bilal Akli Rhissa Oumar Iyad Sidi Mahmoud Aboubacrine Hamada Zeïdane Alwafi Inawelan Bokoum Khamada Elhadji Achafagui',
  women:
    'Fatimata Aïchata Mariama Raïchatou Zeïnabou Fadimata Tekna Lalla Tinalbaraka Hadijatou Assalama Taghlift Oumelkheir Mina Taklit Nana Halimatou Tafa Nafi Takiyat Ghaïcha Safi Tahat Bakita Maghnia Toumast Amina',
  families: '',
  twins: ['Alhassane Alhousseini', 'Fatimata* Aïchata*'],
  child: { M: ['Ag', 'ag', 'Agg', 'Ak'], F: ['Walet', 'walet', 'Oualet', 'Wallet'] },
}

export const moor: NameTable = {
  men: 'Mohamed Sidi Ahmed Cheikh Mahmoud Abdallah Mokhtar Baba Lamine Moulaye Salem Hamoud Brahim Ely Bouya Dahmane Deddah Mohamedou Taleb Khalifa Abdelkader Bilal Sidati Isselmou Yahya Zein Najim Hamadi Oumar',
  women:
    'Fatma Mariem Aïcha Lalla Khadija Zeinebou Salka Oumoukhaïry Tfeila Mbarka Selma Lemina Vatimetou Nana Leïla Toutou Ghlana Meïmouna Zahra Aminetou Khadaja Hindou Teslem',
  families: '',
  twins: ['Hassen Houssein', 'Fatma* Mariem*'],
  child: { M: ['Ould', 'ould', 'Oul', 'Wuld'], F: ['Mint', 'mint', 'Minte', 'Ment'] },
}

export const fulani: NameTable = {
  men: 'Amadou Hamadoun Boubacar Oumar Moussa Belco Ousmane Hama Allaye Samba Demba Yéro Sidi Ibrahima Aly Hassane Mamoudou Abdoulaye Alpha Afo Barka Bocar Nouh Guidado Issa Pathé Ilo Bouraïma Saïdou Yoro Dauda Hamidou',
  women:
    'Fatoumata Aïssata Kadidia Oumou Dikoré Coumba Hawa Penda Djénéba Ramata Diko Takko Welore Maïrama Fanta Adama Binta Inna Safi Faty Kumbel Nènè Dado Salamata Aminata Debbo Altine',
  families:
    'Diallo Barry Cissé Dicko Sidibé Bah Tall Sankaré Bolly Tamboura Sangaré Diakité Ba Boly Bocoum Sow Kelly Cissao Landouré Ly Gadiaga Nassouroulaye Diakayaté',
  twins: ['Hassane Ousseyni', 'Sidi Samba', 'Adama Hawa*'],
}
