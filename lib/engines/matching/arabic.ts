/** Names met on Arabic documents, in the spelling used at Malian desks. */
const known = new Map(
  Object.entries({
    محمد: 'mohamed',
    احمد: 'ahmed',
    ابراهيم: 'ibrahim',
    عثمان: 'ousmane',
    عمر: 'oumar',
    موسي: 'moussa',
    عيسي: 'issa',
    سليمان: 'souleymane',
    اسماعيل: 'soumaila',
    يوسف: 'youssouf',
    الله: 'allah',
    حسن: 'hassane',
    حسين: 'housseini',
    شيخ: 'cheick',
    يعقوب: 'yacouba',
    ادم: 'adama',
    مصطفي: 'moustapha',
    طاهر: 'taher',
    سيدي: 'sidi',
    زكريا: 'zakaria',
    هارون: 'harouna',
    ادريس: 'idrissa',
    داود: 'daouda',
    داوود: 'daouda',
    قاسم: 'kassim',
    امين: 'lamine',
    حامد: 'hamed',
    حميد: 'hamidou',
    بلال: 'bilal',
    علي: 'ali',
    صالح: 'salif',
    يحيي: 'yaya',
    نوح: 'nouhoum',
    مهدي: 'mahdi',
    جبريل: 'djibril',
    فاطمه: 'fatima',
    عايشه: 'aicha',
    مريم: 'mariam',
    امينه: 'amina',
    امنه: 'amina',
    خديجه: 'khadija',
    ام: 'oumou',
    ميمونه: 'maimouna',
    حواء: 'hawa',
    حوا: 'hawa',
    رقيه: 'rokia',
    صفيه: 'safia',
    سليمه: 'salima',
    زينب: 'zeinabou',
    رحمه: 'rahma',
    بنت: 'mint',
    ولد: 'ould',
    اغ: 'ag',
    حاج: 'hadj',
    حاجه: 'hadja',
    لاله: 'lalla',
    حليمه: 'halimatou',
    زهره: 'zahra',
    الزهراء: 'zahra',
    سلمي: 'salma',
    سعاد: 'souad',
    نانا: 'nana',
    عزيزه: 'aziza',
    مسعوده: 'messaouda',
    ليلي: 'leila',
    محمود: 'mahmoud',
    مختار: 'elmoctar',
    خليفه: 'khalifa',
    طالب: 'taleb',
    حبيب: 'habib',
    بابا: 'baba',
    خالد: 'khaled',
    سالم: 'salem',
    مولاي: 'moulaye',
    غالي: 'ghali',
    كونتا: 'kounta',
    كنته: 'kounta',
    عربي: 'arby',
    حيدره: 'haidara',
    ميغا: 'maiga',
    توري: 'toure',
    تراوري: 'traore',
  }),
)

const sounds = new Map(
  'اa بb تt ثs جj حh خk دd ذd رr زz سs شsh صs ضd طt ظz عa غg فf قk كk لl مm نn هh وu يi ئi ؤu گg پp ڤv'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.slice(1)] as const),
)

/** What follows Abdoul. */
const servants = new Map(Object.entries({ كريم: 'karim', عزيز: 'aziz', قادر: 'kader', حميد: 'hamidou' }))

export const isArabic = (text: string): boolean => /\p{Script=Arabic}/u.test(text)

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى|ی/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/ة/g, 'ه')
    .replace(/ئ/g, 'ي')
}

function word(text: string): string {
  const bare = text.length > 4 && text.startsWith('ال') ? text.slice(2) : text
  return known.get(text) ?? known.get(bare) ?? [...bare].map((letter) => sounds.get(letter) ?? '').join('')
}

/**
 * Latin spelling of a name in Arabic script. Names that desks know get their usual spelling,
 * others a letter-by-letter one without short vowels.
 */
export function transliterate(text: string): string {
  const joined = plain(text)
    .replace(/(^|\s)ابو?\s+بكر/g, '$1ابوبكر')
    .replace(/(^|\s)عبد\s*ال(?=\S)/g, '$1عبدال')
  return joined
    .split(/[\s-]+/)
    .filter(Boolean)
    .map((part) => {
      if (part === 'ابوبكر') return 'aboubacar'
      if (part === 'عبدالله') return 'abdoulaye'
      if (part === 'عبدالرحمن') return 'abdramane'
      return part.startsWith('عبدال')
        ? `abdoul ${servants.get(part.slice(5)) ?? word(part.slice(5))}`
        : word(part)
    })
    .join(' ')
}
