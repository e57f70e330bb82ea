/** Villages and quarters with the cercle they lie in, each with other ways of writing it. Same names far apart are meant. */
export type Place = { cercle: string; written: readonly string[] }

const table = `
ML0601 Diré, Dire, Diray | Haïbongo, Haibongo, Aïbongo | Sareyamou, Saréyamou, Sare Yamou | Kirchamba, Kirschamba | Tindirma, Tendirma
ML0602 Goundam, Gundam | Tonka, Tonca | Douékiré, Douekire, Dwékiré | Bintagoungou, Bintagungu, Bintagoungo | Razelma, Raz El Ma, Ras el Ma | Farach, Farache
ML0603 Gourma-Rharous, Rharous, Gourma Rharouss | Gossi, Gosi | Bambara Maoudé, Bambara-Maoudé, Bambaramaoude | Ouinerden, Winerden | Inadiatafane, In Adiatafane, Inadjatafan
ML0604 Niafunké, Niafunke, Niafounké | Léré, Lere | Soumpi, Sumpi | Saraféré, Sarafere | Nangaye, Nangay | Koumaïra, Koumaira
ML0605 Bellafarandi, Bella Farandi, Belafarandi | Sankoré, Sancoré, Sankore | Djingareyber, Djinguereber, Jingareyber | Abaradjou, Abarajou, Abaradiou | Kabara, Cabara | Bourem-Inaly, Bourem Inaly | Ber, Bêr, Berr | Toya, Toyya
ML0701 Ansongo, Ansongoh | Bara, Barra | Labbezanga, Labézanga, Labezanga | Tessit, Tessite | Ouattagouna, Wattagouna, Watagouna | Bourra, Boura | Talataye, Talatay
ML0702 Bourem, Burem | Bamba, Bambah | Téméra, Temera | Taboye, Taboy | Almoustarat, Al Moustarat, Almustarat | Tarkint, Tarkinte
ML0703 Château, Chateau, Sato | Djidara, Jidara, Djidarah | Aljanabandia, Al Janabandia, Aldjanabandia | Sosso Koïra, Sossokoira, Soso Koira | Gadèye, Gadeye, Gadeï | Gounzoureye, Gounzourey, Gunzureye | Djebock, Djébok, Jebock | Wabaria, Ouabaria | Forgho, Forgo
ML0704 Ménaka, Menaka | Andéramboukane, Anderamboukane, Andaranbukane | Inékar, Inekar, In Ekar | Tidermène, Tidermene, Tiderméne | Alata, Allata
ML0801 Abeïbara, Abeibara | Boureïssa, Boureissa, Bouressa | Tinzawatène, Tinzaouaten, Tin Zaouatine
ML0802 Kidal, Kidall | Anéfis, Anefis, Anefif | Essouk, Esouk | Etambar, Étambar
ML0803 Tessalit, Tesalit | Aguelhok, Aguelhoc, Aguel Hoc | Timtaghène, Timtaghene
ML0804 Tin-Essako, Tinessako, Tin Essako | Intadjedite, Intadjedit
ML0501 Bandiagara, Badiangara | Sangha, Sanga | Dourou, Duru | Kendié, Kendie | Ningari, Ningary | Goundaka, Gundaka
ML0502 Bankass, Bankas | Ouenkoro, Wenkoro | Sokoura, Sokura | Ségué, Segue | Diallassagou, Dialassagou, Jalasagou | Kani Gogouna, Kani-Gogouna
ML0503 Djenné, Jenne, Dienné | Sofara, Soufara | Kouakourou, Kwakourou | Mougna, Mounia | Taga, Tagah
ML0504 Douentza, Duentza, Douenza | Hombori, Ombori | Boni, Bony | Boré, Bore | Kerena, Kéréna | Mondoro, Mondoroh | Dallah, Dala
ML0505 Koro, Coro | Dinangourou, Dinangurou | Madougou, Madugu | Dioungani, Djoungani, Jungani | Yoro, Yorro | Diankabou, Dyankabou
ML0506 Sévaré, Sevare, Sevaré | Mopti Komoguel, Komoguel, Commoguel | Gangal, Gangall | Toguel, Tôguel | Konna, Kona | Fatoma, Fatouma | Soufroulaye, Soufouroulaye, Sufurulaye | Sokoura, Sokura
ML0507 Ténenkou, Tenenku, Tenenkou | Diafarabé, Diafarabe, Jafarabe | Toguéré Coumbé, Togere Kumbe, Toguere-Coumbe | Dioura, Joura, Djoura
ML0508 Youwarou, Youvarou, Yuwaru | Ambiri, Ambirri | Dogo, Dôgo | Guidio-Saré, Gidjo Sare, Guidio Sare
ML0401 Barouéli, Baroueli | Konobougou, Konobugu
ML0404 Niono, Nyono | Sokolo, Socolo | Nampala, Nampalari, Nampalary | Diabaly, Djabaly, Jabaly
ML0406 Ségou, Segou, Segu | Pélengana, Pelengana | Markala, Marcala
ML0106 Nioro, Nyoro | Diéma, Diema | Gogui, Goguy
ML0901 Banankabougou, Banancabougou | Magnambougou, Maniambougou, Magnambugu | Sénou, Senou | Niamakoro, Niamacoro | Faladié, Faladie, Faladjé | Yirimadio, Yirimadjo | Lafiabougou, Lafiabugu
`

export const PLACES: readonly Place[] = table
  .trim()
  .split('\n')
  .flatMap((line) =>
    line
      .slice(7)
      .split('|')
      .map((written) => ({ cercle: line.slice(0, 6), written: written.split(',').map((w) => w.trim()) })),
  )

/** Places of the cercles whose region stands in the list of two figures. */
export const placesOf = (regions: readonly string[]) =>
  PLACES.filter(({ cercle }) => regions.includes(cercle.slice(2, 4)))
