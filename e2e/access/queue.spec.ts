import { refusesOutsideReach } from '../support/pages-refused'

refusesOutsideReach('the queue', /^\/queue/)
