//! How likely lines are, one behind the other, each outside the article or within.

use super::sample::Line;
use crate::fit::regression::log_odds;

pub(super) struct Chain {
    /// The place of the weight of a turn: where a run of lines begins, and where it ends.
    pub(super) turn: usize,
}

/// Weights of both states: outside, within.
type Pair = [f64; 2];

/// What a walk along the lines and back finds.
struct Walk {
    log_likelihood: f64,
    /// How likely each line is within.
    chances: Vec<f64>,
    /// How many runs are expected; as many end as begin.
    runs: f64,
}

impl Chain {
    /// How likely each line is the article's.
    pub(super) fn chances(&self, lines: &[Line], weights: &[f64]) -> Vec<f64> {
        self.walk(&free(lines, weights), weights).chances
    }

    /// The log-likelihood of what is known of the lines; adds how it changes with each weight.
    pub(super) fn add(&self, lines: &[Line], weights: &[f64], slope: &mut [f64]) -> f64 {
        let mut states = free(lines, weights);
        let free = self.walk(&states, weights);
        for (state, line) in states.iter_mut().zip(lines) {
            line.is_body.into_iter().for_each(|is_body| state[usize::from(!is_body)] = 0.0);
        }
        let known = self.walk(&states, weights);
        for (line, (known, free)) in lines.iter().zip(known.chances.iter().zip(&free.chances)) {
            line.features.iter().for_each(|feature| slope[*feature] += known - free);
        }
        slope[self.turn] += 2.0 * (known.runs - free.runs);
        known.log_likelihood - free.log_likelihood
    }

    fn walk(&self, states: &[Pair], weights: &[f64]) -> Walk {
        let turn = weights[self.turn].exp();
        let mut log_likelihood = 0.0;
        let mut before = [1.0, 0.0];
        let mut forward = Vec::with_capacity(states.len());
        for [outside, within] in states {
            let next = [(before[0] + before[1] * turn) * outside, (before[0] * turn + before[1]) * within];
            log_likelihood += (next[0] + next[1]).ln();
            before = scaled(next);
            forward.push(before);
        }
        log_likelihood += (before[0] + before[1] * turn).ln();
        let mut behind = [1.0, turn];
        let (mut chances, mut runs) = (vec![0.0; states.len()], 0.0);
        for (at, [outside, within]) in states.iter().enumerate().rev() {
            let [_, chance] = scaled([forward[at][0] * behind[0], forward[at][1] * behind[1]]);
            let above = at.checked_sub(1).map_or([1.0, 0.0], |above| forward[above]);
            let (begun, gone_on) = (above[0] * turn, above[1]);
            runs += chance * begun / (begun + gone_on).max(f64::MIN_POSITIVE);
            chances[at] = chance;
            let next = [outside * behind[0], within * behind[1]];
            behind = scaled([next[0] + turn * next[1], turn * next[0] + next[1]]);
        }
        Walk { log_likelihood, chances, runs }
    }
}

/// The states of lines of which nothing is known.
fn free(lines: &[Line], weights: &[f64]) -> Vec<Pair> {
    lines.iter().map(|line| [1.0, log_odds(weights, &line.features).exp()]).collect()
}

fn scaled([outside, within]: Pair) -> Pair {
    [outside / (outside + within), within / (outside + within)]
}

#[cfg(test)]
mod tests {
    use super::{Chain, Line};

    const CHAIN: Chain = Chain { turn: 1 };

    fn lines(known: &[(usize, Option<bool>)]) -> Vec<Line> {
        let line = |(feature, is_body): &(usize, Option<bool>)| Line {
            features: vec![0, *feature],
            is_body: *is_body,
        };
        known.iter().map(line).collect()
    }

    #[test]
    fn slopes_are_those_of_the_likelihood() {
        const STEP: f64 = 1e-6;
        let lines = lines(&[(3, None), (4, Some(true)), (3, None), (4, None), (3, Some(false)), (4, None)]);
        let weights = [0.2, -1.1, 0.0, -0.9, 1.3];
        let mut slope = vec![0.0; weights.len()];
        let here = CHAIN.add(&lines, &weights, &mut slope);
        for place in 0..weights.len() {
            let mut beside = weights;
            beside[place] += STEP;
            let there = CHAIN.add(&lines, &beside, &mut vec![0.0; weights.len()]);
            let wanted = (there - here) / STEP;
            assert!((slope[place] - wanted).abs() < 1e-4, "{place}: {} {wanted}", slope[place]);
        }
    }

    #[test]
    fn nothing_known_teaches_nothing() {
        let mut slope = vec![0.0; 5];
        let likelihood = CHAIN.add(&lines(&[(3, None), (4, None)]), &[0.2, -1.0, -1.0, 0.5, 0.5], &mut slope);
        assert!(likelihood.abs() < 1e-12 && slope.iter().all(|slope| slope.abs() < 1e-12), "{slope:?}");
        assert_eq!(CHAIN.chances(&[], &[0.0; 5]), Vec::<f64>::new());
    }
}
