import { Line } from './line'

/** The login that reads credentials has two connections: strangers use one of them. */
export const lookUps = new Line(2)
