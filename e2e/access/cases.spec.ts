import { refusesOutsideReach, refusesWrites } from '../support/pages-refused'

refusesOutsideReach('cases', /^\/(cases(?!.*\/(refer|consents))|search|work)/)
refusesWrites('cases', /\/cases\/\[code\]\/(?!refer|consents)/)
