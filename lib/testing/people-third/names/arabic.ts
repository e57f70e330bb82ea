const written = `
Mohamed محمد|Ahmed أحمد|Sidi سيدي|Cheikh الشيخ|Mahmoud محمود|Abdallah عبد_الله|Mokhtar المختار|Lamine الأمين|Moulaye مولاي|Salem سالم
Brahim إبراهيم|Ibrahim إبراهيم|Ibrahima إبراهيم|Khalifa خليفة|Abdelkader عبد_القادر|Bilal بلال|Yahya يحيى|Zein الزين|Oumar عمر|Baba بابا
Ely اعلي|Ali علي|Aly علي|Hamoud حمود|Hamadi حمادي|Taleb الطالب|Fatma فاطمة|Mariem مريم|Mariam مريم|Mariama مريم|Aïcha عائشة|Lalla لالة
Khadija خديجة|Zeinebou زينب|Zeïnabou زينب|Salka السالكة|Mbarka امباركة|Selma سلمى|Leïla ليلى|Zahra الزهراء|Nana نانا|Aminetou آمنة
Aminata آمنة|Moussa موسى|Ousmane عثمان|Alhassane الحسن|Alassane الحسن|Alhousseini الحسين|Almoustapha المصطفى|Attaher الطاهر|Aghali أغالي
Elmehdi المهدي|Ismaguil إسماعيل|Aboubacrine أبو_بكر|Boubacar أبو_بكر|Fatimata فاطمة|Fadimata فاطمة|Fatoumata فاطمة|Aïchata عائشة
Aïssata عائشة|Souleymane سليمان|Abdoulaye عبد_الله|Idrissa إدريس|Harouna هارون|Hamma حما|Amadou أحمد|Hamidou حميد|Maïga ميغا|Touré توري
Cissé سيسي|Haïdara حيدرة|Diallo جالو|Barry باري|Kounta كنتة|Bouya بويا|Dahmane دحمان|Najim الناجم|Intalla انتالا|Rhissa غيسى|Mina مينة
Ag أغ|Walet ولت|Ould ولد|Mint منت`

const letters = new Map(
  written
    .trim()
    .split(/[|\n]/)
    .map((row) => row.split(' '))
    .map(([name = '', arabic = '']) => [name, arabic.replace('_', ' ')]),
)

/** In Arabic letters, or nothing where a word of it has no usual form here. */
export function inArabic(name: string): string | undefined {
  const words = name.split(' ').map((word) => letters.get(word))
  return words.includes(undefined) ? undefined : words.join(' ')
}
