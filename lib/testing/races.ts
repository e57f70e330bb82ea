/** How often people race for one row: a tenth in the suite, all of them with `npm run bench -- races`. */
export const RACES = process.env.RELAIS_WHOLE === '1' ? 500 : 50
