import { refusesOutsideReach, refusesWrites } from '../support/pages-refused'

refusesOutsideReach('the inbox', /^\/inbox/)
refusesWrites('the inbox', /\/inbox\//)
