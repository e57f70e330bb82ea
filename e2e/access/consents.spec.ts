import { refusesOutsideReach, refusesWrites } from '../support/pages-refused'

refusesOutsideReach('consents', /\/consents/)
refusesWrites('consents', /\/consents/)
