import { refusesOutsideReach, refusesWrites } from '../support/pages-refused'

refusesOutsideReach('referrals', /^\/referrals|\/refer(\/|$)/)
refusesWrites('referrals', /\/referrals\/|\/refer(\/|$)/)
