import type { Dice } from './dice'

/** Where somebody says to come from: a village or quarter, its cercle in Mali, and the town it is told by. */
export type Origin = { village: string; town: string; cercle: string | undefined }

/** The chief town first, then villages and quarters of the cercle, largest first. */
const cercles: Record<string, string> = {
  ML0103: 'Kayes Khasso Liberté Samé Ambidédi Koniakary Ségala Somankidi Diamou Lany',
  ML0106: 'Nioro_du_Sahel Gogui Sandaré Simbi Troungoumbé Gavinané Diarra Korera',
  ML0107: 'Yélimané Tambacara Dogofry Diafounou Guidimé Kirané Fanga',
  ML0204: 'Kati Kalabancoro Kambila Sanankoroba Néguéla Baguinéda Siby Dio',
  ML0207: 'Nara Dilly Ballé Guiré Mourdiah Goumbou Fallou',
  ML0305: 'Sikasso Médine Hèrèmakono Klela Niéna Finkolo Danderesso Lobougoula',
  ML0404: 'Niono Diabaly Sokolo Dogofry Molodo Nampala Siribala Pogo Kourouma',
  ML0406: 'Ségou Markala Dioro Cinzana Pelengana Farako Konodimini Sansanding',
  ML0407: 'Tominian Bénéna Fangasso Mandiakuy Koula Yasso Timissa Ouan Mafouné',
  ML0501: 'Bandiagara Sangha Kendié Ningari Dourou Kani-Gogouna Wadouba Ondougou Borko',
  ML0502: 'Bankass Ogossagou Sokoura Kani-Bonzon Ouenkoro Baye Diallassagou Segué Soubala Dimbal',
  ML0504: 'Douentza Hombori Boni Mondoro Haïré Débéré Gandamia Dangol-Boré Kerena Tédié',
  ML0505: 'Koro Dinangourou Madougou Koporo-Pen Dioungani Yoro Bondo Barapiréli Youdiou Diankabou',
  ML0506: 'Mopti Sévaré Konna Fatoma Soufouroulaye Bassirou Ouro-Modi Komoguel Taïkiri Dialloubé',
  ML0507: 'Ténenkou Diafarabé Dioura Toguéré-Coumbé Kareri Diondori Sougoulbé',
  ML0508: 'Youwarou Sah Dogo Déboye Ambiri Farimaké N’Dodjiga',
  ML0601: 'Diré Sareyamou Haïbongo Tindirma Kondi Bourem-Sidi-Amar Dangha',
  ML0602: 'Goundam Tonka Bintagoungou Léré Farach Douékiré Raz-El-Ma Gargando Essakane',
  ML0603: 'Gourma-Rharous Bambara-Maoudé Gossi Inadiatafane Hamzakoma Banikane Ouinerden',
  ML0604: 'Niafunké Soumpi Léré Saraféré N’Gorkou Koumaïra Banikane',
  ML0605: 'Tombouctou Ber Abaradjou Sankoré Badjindé Kabara Bourem-Inaly Salam Tin-Télout Teherdje',
  ML0701: 'Ansongo Ouatagouna Tessit Labbezanga Talataye Bourra Tin-Hama Bara Bentia',
  ML0702: 'Bourem Bamba Taboye Témera Tarkint Almoustarat Ha',
  ML0703:
    'Gao Château Sosso_Koïra Gadèye Wabaria Djoulabougou Gabéro Forgho Djebock N’Tillit Tilemsi Haoussa-Foulane',
  ML0704: 'Ménaka Andéramboukane Inékar Tidermène Inlamawane Infoukaraytane Anouzagren',
  ML0802: 'Kidal Etambar Aliou Anéfif Essouk Intachdayte Aliou_Darou',
  ML0803: 'Tessalit Aguelhok Adjelhoc Timtaghène Amachach Tinzaouaten',
  ML0901:
    'Bamako Niamakoro Banconi Sabalibougou Lafiabougou Faladié Yirimadio Sénou Médina-Coura Magnambougou',
}

/** Towns abroad: no cercle is recorded of people from elsewhere. */
const abroad: Record<string, string> = {
  BFA: 'Djibo Ouahigouya Dori Bobo-Dioulasso Nouna Kaya Titao Ouagadougou Tougan Solenzo',
  NER: 'Tillabéri Niamey Ayorou Ouallam Tahoua Zinder Maradi Abala Banibangou Téra',
  MRT: 'Bassikounou M’Berra Néma Nouakchott Fassala Aïoun Kiffa Sélibaby',
  CIV: 'Bouaké Abidjan Korhogo Daloa Man Odienné Abobo Gagnoa Séguéla',
  GIN: 'Conakry Kankan Labé Mamou Siguiri Nzérékoré Pita Kindia Dalaba Kissidougou',
  NGA: 'Benin_City Kano Maiduguri Lagos Sokoto Kaduna Warri Gwoza',
}

const open = (names: string) => names.split(' ').map((name) => name.replace('_', ' '))
const all = new Map(Object.entries({ ...cercles, ...abroad }).map(([code, names]) => [code, open(names)]))
export const villagesOf = (code: string): readonly string[] => all.get(code) ?? []

/** A place of one of the cercles or countries; the first is the commonest. */
export function originFrom(dice: Dice, codes: string): Origin {
  const code = dice.ranked(codes.split(' '), 0.6)
  const names = villagesOf(code)
  const town = names[0] ?? code
  return { village: dice.ranked(names, 0.5), town, cercle: code.startsWith('ML') ? code : undefined }
}
