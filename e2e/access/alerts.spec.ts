import { refusesOutsideReach, refusesWrites } from '../support/pages-refused'

refusesOutsideReach('alerts', /^\/alerts/)
refusesWrites('alerts', /\/alerts\//)
