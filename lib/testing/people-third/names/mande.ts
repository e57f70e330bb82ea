import type { NameTable } from './table'

/** Commonest first: a name's rank makes its frequency. */
export const bambara: NameTable = {
  men: 'Moussa Mamadou Bakary Modibo Drissa Souleymane Adama Seydou Yacouba Sékou Abdoulaye Oumar Boubacar Issa Madou Karim Daouda Siaka Bréhima Salif Nouhoum Zoumana Tiémoko Ngolo Broulaye Chaka Zan Bourama Lamine Dramane Kassim Fah Sidiki Bandiougou Tidiani',
  women:
    'Aminata Fatoumata Mariam Oumou Kadiatou Awa Assitan Djénéba Rokia Bintou Sitan Nana Ténin Korotoumou Sali Alima Maïmouna Hawa Safiatou Niélé Sira Saran Coumba Nahawa Batoma Tata Kaniba Salimata Minata Fanta Ramata Wassa Djélika',
  families:
    'Traoré Coulibaly Diarra Koné Keïta Sangaré Doumbia Konaté Camara Dembélé Samaké Fomba Bagayoko Ballo Kanté Fané Sissoko Togola Mallé Niaré Kouyaté Diabaté Sanogo Berthé Dao Bengaly Mariko Haïdara',
  twins: ['Lassina Fousseyni', 'Adama Awa*', 'Fatoumata* Lassina'],
}

export const soninke: NameTable = {
  men: 'Mamadou Moussa Demba Samba Hamidou Cheickna Mahamadou Bakary Silly Diadié Bouyagui Makan Toumany Oumar Fousseyni Boubou Issaga Kandé Lassana Sadio Hamet Ganda Mody Waly Dianguina',
  women:
    'Fatoumata Hawa Aïssata Coumba Niouma Kadia Diarra Sadio Goundo Assa Dado Mariam Bintou Diénaba Kandé Sokona Founé Maro Djeynaba Téné Aminata Diaminatou Maïmouna',
  families:
    'Diarra Sidibé Traoré Soumaré Sylla Dramé Cissé Diawara Tounkara Bathily Niakaté Doucouré Magassa Camara Gassama Konaté Sacko Simaga Wagué Kébé Fofana Tandia Baradji Diagouraga Soukouna Gakou',
  twins: ['Lassana Fousseyni', 'Adama Hawa*'],
}

export const dogon: NameTable = {
  men: 'Amadou Oumar Boureima Hamidou Moussa Ambadio Antimbé Anaye Seydou Amaga Ousmane Dogolou Atimé Ali Yacouba Kalilou Ibrahima Domo Apomi Allaye Sana Youssouf Ogobara Issiaka Paul Pierre Ambaere Adama',
  women:
    'Fatoumata Yapiré Yaïssa Aïssata Kadidia Yassa Yakene Hawa Mariam Yabara Yatimé Oumou Djénéba Yadigué Ramata Anta Fanta Marie Yagalou Sata Yana Aminata Yasigui',
  families:
    'Guindo Togo Djiguiba Ongoïba Kassogué Tembely Sagara Arama Saye Dolo Kodio Poudiougo Karambé Nantoumé Tapily Kansaye Niangaly Yalcouyé Goro Témé Ouologuem Banou Baya Toloba Zoromé',
  twins: ['Yagalou* Yana*', 'Amadou Hamidou', 'Sana Adama'],
}

export const bobo: NameTable = {
  men: 'Jean Joseph Paul Pierre Emmanuel Dofini Lassé Bèzo Antoine André Mathias Zakari Daniel Honoré Thomas Issouf Koui Gabriel Tama Bakari Sié Etienne Patrice Hanwa Karfa',
  women:
    'Marie Hanta Thérèse Elisabeth Jeanne Hayi Madeleine Anne Rosalie Célestine Haoua Véronique Bernadette Pauline Monique Agathe Sita Hélène Yéli Marthe Angèle Cécile',
  families:
    'Dembélé Sanou Diarra Kamaté Koné Dakouo Théra Traoré Mounkoro Goïta Diassana Kéita Millogo Sogoba Dackono Keïta Coulibaly Sanon',
  twins: ['Hayi* Hanta*', 'Jean Paul', 'Pierre Paul'],
}
