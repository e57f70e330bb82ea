/** Ways to write one name that interviewers use; the rest is made by rule. */
const spelled = `
Mohamed Mohammed Mouhamed Mahamed Muhammad|Mahamane Mahaman Mahamane Maamane|Mahamadou Mamadou Mahamadu Mamadu
Alhousseini Alhousseyni Alhousseïny Elhousseini|Alhassane Alassane Elhassane Alhasane|Hassane Hassan Assane Lassane
Housseini Ousseyni Housseyni Hussaini|Ibrahim Ibrahima Brahima Bréhima Ibrahime|Souleymane Souleimane Soulaymane Suleymane
Abdoulaye Abdullah Abdoulaï Abdoullaye|Ousmane Ousman Usman Osmane|Oumar Omar Umar Oumarou|Boubacar Boubakar Aboubacar Bubacar
Moussa Mousa Musa|Amadou Ahmadou Hamadou Amadu|Ahmed Ahmad Ahamed|Youssouf Yousouf Issouf Yusuf|Cheikh Cheick Cheikhe Chekh
Seydou Saïdou Seïdou|Yacouba Yakouba Yaqouba|Idrissa Drissa Idriss|Almoustapha Moustapha Mustapha|Aghali Agali Agaly
Intalla Intallah Inttala|Attaher Ataher Attahir|Sidi Sidy|Aly Ali|Elmehdi Almahdi Mehdi|Hamidou Hamidu|Harouna Haruna
Fatoumata Fatimata Fadimata Fatouma Fatoumatou|Fatma Fatima Vatma|Mariam Mariame Mariama Maryam Mariem|Aminata Aminatou Amineta
Aïssata Aïchata Assata Aïssatou Aïchatou|Aïcha Aïsha Aicha|Khadija Khadidja Kadidia Hadiza|Kadiatou Kadidiatou Khadiatou
Hawa Haoua Awa|Djénéba Dieneba Zeïnabou Djeneba|Zeïnabou Zeynabou Zeinabou Zaïnabou|Rokia Rokiatou Rokiya|Maïmouna Meïmouna Mamouna
Traoré Traore Trawore Taraoré|Coulibaly Koulibaly Coulibali Kulibali|Diallo Dialo Jallo|Cissé Sissé Cisse Cissey|Touré Toure Turé
Maïga Maiga Mayga|Keïta Keita Kéita|Diarra Jara Diara|Haïdara Haidara Haydara Aïdara|Koné Kone Konné|Dicko Diko|Dembélé Dembele
Ouédraogo Ouedraogo Wedraogo|Barry Bary Bari|Sidibé Sidibe|Guindo Gindo|Ongoïba Ongoiba Ongoyba|Kassogué Kassogue Kassoghé
Sangaré Sangare|Bah Ba Bâ|Djiguiba Diguiba Jiguiba|Tembely Tembiné Tembeli|Diakité Diakite Jakité|Sow So|Konaté Konate|Togo Togho
Moulaye Moulay Mulay|Mokhtar Moctar Mouktar|Abdallah Abdalla Abdellah|Lalla Lala|Zeinebou Zeineb Zeïnabou|Blessing Blesing`

/** What people are called at home and sometimes say at a desk. */
const called = `
Mohamed Hamma Mouha Med|Fatoumata Fanta Fatou Fati Tata|Fatimata Fati Tima|Aminata Ami Mina|Mariam Mamou Mariétou|Kadiatou Kadi Kady
Ibrahim Iba Ibou|Ibrahima Ibou|Mamadou Madou Mamoutou|Abdoulaye Ablo Abdou Laye|Boubacar Bouba Bakary|Ousmane Ous Manou|Amadou Amad Doudou
Souleymane Solo Soul|Aïssata Aïssa Tata|Aïchata Aïcha|Zeïnabou Zeïna|Alhousseini Housse|Alhassane Lassane|Djénéba Djéné Néba|Oumar Barou
Moussa Balla Papa|Hawa Hawoye|Salimata Sali|Emmanuel Manu|Ahmed Hamada Dah|Mahamane Maha|Alassane Alou|Seydou Sey|Kadidia Kadi|Rokia Kia`

const rows = (text: string) =>
  text
    .trim()
    .split(/[|\n]/)
    .map((row) => row.split(' '))

const spellings = new Map<string, string[]>()
for (const row of rows(spelled))
  for (const name of row)
    spellings.set(name, [...(spellings.get(name) ?? []), ...row.filter((one) => one !== name)])
const nicknames = new Map(rows(called).map(([name = '', ...others]) => [name, others]))

export const spellingsOf = (name: string): readonly string[] => spellings.get(name) ?? []
export const nicknamesOf = (name: string): readonly string[] => nicknames.get(name) ?? []
