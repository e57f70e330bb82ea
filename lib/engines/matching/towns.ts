import { bareWords, foldWord } from './fold'

/** Chief towns of regions and cercles: thousands come from each, so sharing one says less than sharing a village. */
const names = [
  'Gao, Tombouctou, Timbuktu, Kidal, Mopti, Sévaré, Ménaka, Ansongo, Bourem, Goundam, Diré, Niafunké',
  'Rharous, Gourma-Rharous, Tessalit, Abeïbara, Tin-Essako, Douentza, Bandiagara, Bankass, Djenné, Koro',
  'Ténenkou, Youwarou, Bamako, Ségou, Sikasso, Kayes, Koulikoro, Koutiala, San, Niono, Tominian, Macina',
  'Kati, Nioro, Bougouni, Hombori, Taoudénit',
].join(', ')

export const foldPlace = (words: readonly string[]): string => words.map(foldWord).join('')

const towns = new Set(names.split(', ').map((name) => foldPlace(bareWords(name))))

export const isTown = (folded: string): boolean => towns.has(folded)
