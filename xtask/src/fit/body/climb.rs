//! Climbing where the curvature is not known: it is guessed from the last steps.

use std::collections::VecDeque;

/// Enough for weights of two digits.
const STEPS: usize = 150;
/// How many of the last steps the curvature is guessed from.
const MEMORY: usize = 8;
/// No weight moves farther in one step, in log-odds.
const LONGEST_STEP: f64 = 1.0;
/// A step is halved so often at most.
const HALVINGS: usize = 20;

/// A step, and how it changed the slope.
struct Step {
    by: Vec<f64>,
    bend: Vec<f64>,
}

/// Climbs from nought to weights where the likelihood is highest, less half of each weight's square times its penalty.
/// `likelihood` adds the slope at some weights to what it is given.
///
/// The method of Broyden, Fletcher, Goldfarb and Shanno with limited memory (Nocedal, 1980).
pub(super) fn highest(penalties: &[f64], likelihood: impl Fn(&[f64], &mut [f64]) -> f64) -> Vec<f64> {
    let at = |weights: &[f64]| {
        let mut slope: Vec<f64> =
            weights.iter().zip(penalties).map(|(weight, penalty)| -penalty * weight).collect();
        let penalty: f64 =
            weights.iter().zip(penalties).map(|(weight, penalty)| penalty * weight * weight).sum();
        (likelihood(weights, &mut slope) - penalty / 2.0, slope)
    };
    let mut weights = vec![0.0; penalties.len()];
    let (mut height, mut slope) = at(&weights);
    let mut steps = VecDeque::<Step>::new();
    for _ in 0..STEPS {
        let way = way(&steps, &slope);
        let longest = way.iter().fold(0.0_f64, |longest, by| longest.max(by.abs()));
        let mut share = (LONGEST_STEP / longest).min(1.0);
        let mut next = None;
        for _ in 0..HALVINGS {
            let there: Vec<f64> = weights.iter().zip(&way).map(|(weight, by)| weight + share * by).collect();
            let (higher, its_slope) = at(&there);
            if higher > height {
                next = Some((there, higher, its_slope));
                break;
            }
            share /= 2.0;
        }
        let Some((there, higher, its_slope)) = next else { break };
        let (by, bend) = (minus(&there, &weights), minus(&slope, &its_slope));
        if dot(&by, &bend) > 0.0 {
            steps.push_back(Step { by, bend });
        }
        if steps.len() > MEMORY {
            steps.pop_front();
        }
        (weights, height, slope) = (there, higher, its_slope);
    }
    weights
}

/// Where to go: up the slope, as the last steps have bent it.
fn way(steps: &VecDeque<Step>, slope: &[f64]) -> Vec<f64> {
    let mut way = slope.to_vec();
    let mut shares = Vec::new();
    for step in steps.iter().rev() {
        let share = dot(&step.by, &way) / dot(&step.by, &step.bend);
        add(&mut way, &step.bend, -share);
        shares.push(share);
    }
    if let Some(last) = steps.back() {
        let scale = dot(&last.by, &last.bend) / dot(&last.bend, &last.bend);
        for by in &mut way {
            *by *= scale;
        }
    }
    for (step, share) in steps.iter().zip(shares.into_iter().rev()) {
        let back = dot(&step.bend, &way) / dot(&step.by, &step.bend);
        add(&mut way, &step.by, share - back);
    }
    way
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn minus(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}

fn add(to: &mut [f64], from: &[f64], share: f64) {
    to.iter_mut().zip(from).for_each(|(to, from)| *to += share * from);
}

#[cfg(test)]
mod tests {
    use super::highest;

    #[test]
    fn a_bent_hill() {
        // Highest where each weight is its place, but for the penalty.
        let found = highest(&[0.0, 0.0, 1.0], |weights, slope| {
            let scales = [1.0, 40.0, 1.0];
            let mut height = 0.0;
            for (place, scale) in scales.into_iter().enumerate() {
                let off = weights[place] - place as f64;
                slope[place] -= scale * off;
                height -= scale * off * off / 2.0;
            }
            height
        });
        let wanted = [0.0, 1.0, 1.0];
        assert!(found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 1e-6), "{found:?}");
    }
}
