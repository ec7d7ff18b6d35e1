//! Regression: how weights are found that make what is known likeliest.

/// Enough that no further step moves a weight: near the end Newton's method doubles the right digits each time.
const STEPS: usize = 40;
/// How far a weight goes in one step, in log-odds: far out the curve is too flat to tell a good step.
const LONGEST_STEP: f64 = 2.0;

/// A candidate: the features that hold for it, by their places among the weights, and whether it is right.
pub(super) type Example<'f> = (&'f [usize], bool);

/// Climbs to the weights where the likelihood, whose derivatives at some weights are added up by `add`, is highest.
pub(super) fn highest(penalties: &[f64], add: impl Fn(&[f64], &mut Derivatives)) -> Vec<f64> {
    let mut weights = vec![0.0; penalties.len()];
    for _ in 0..STEPS {
        let mut derivatives = Derivatives::of_penalties(penalties, &weights);
        add(&weights, &mut derivatives);
        let step = solve(derivatives.curvature, derivatives.slope);
        let longest = step.iter().fold(0.0_f64, |longest, by| longest.max(by.abs()));
        let share = (LONGEST_STEP / longest).min(1.0);
        weights.iter_mut().zip(&step).for_each(|(weight, by)| *weight += share * by);
    }
    weights
}

/// The sum of the weights of some features.
pub(super) fn log_odds(weights: &[f64], features: &[usize]) -> f64 {
    features.iter().map(|feature| weights[*feature]).sum()
}

/// How the likelihood changes with each weight: where it rises, and how sharply it bends.
pub(super) struct Derivatives {
    pub(super) slope: Vec<f64>,
    pub(super) curvature: Vec<Vec<f64>>,
}

impl Derivatives {
    fn of_penalties(penalties: &[f64], weights: &[f64]) -> Self {
        let slope = weights.iter().zip(penalties).map(|(weight, penalty)| -penalty * weight).collect();
        let mut curvature = vec![vec![0.0; weights.len()]; weights.len()];
        penalties.iter().enumerate().for_each(|(at, penalty)| curvature[at][at] = *penalty);
        Self { slope, curvature }
    }

    /// Adds those of what holds these features.
    pub(super) fn add(&mut self, features: &[usize], slope: f64, curvature: f64) {
        for &row in features {
            self.slope[row] += slope;
            for &column in features {
                self.curvature[row][column] += curvature;
            }
        }
    }
}

/// Solves `matrix · x = vector` for a symmetric positive definite matrix.
fn solve(matrix: Vec<Vec<f64>>, vector: Vec<f64>) -> Vec<f64> {
    let lower = cholesky(matrix);
    let mut x = vector;
    for row in 0..x.len() {
        let known: f64 = (0..row).map(|column| lower[row][column] * x[column]).sum();
        x[row] = (x[row] - known) / lower[row][row];
    }
    for row in (0..x.len()).rev() {
        let known: f64 = (row + 1..x.len()).map(|column| lower[column][row] * x[column]).sum();
        x[row] = (x[row] - known) / lower[row][row];
    }
    x
}

/// The lower triangle whose product with its transpose is the matrix; what stands above the diagonal is left over.
fn cholesky(mut matrix: Vec<Vec<f64>>) -> Vec<Vec<f64>> {
    for row in 0..matrix.len() {
        for column in 0..=row {
            let known: f64 = (0..column).map(|at| matrix[row][at] * matrix[column][at]).sum();
            let rest = matrix[row][column] - known;
            matrix[row][column] = if row == column { rest.sqrt() } else { rest / matrix[column][column] };
        }
    }
    matrix
}

#[cfg(test)]
mod tests {
    use super::{log_odds, solve};
    use crate::fit::choice;

    #[track_caller]
    fn check_near(found: &[f64], wanted: &[f64], tolerance: f64) {
        let is_near = |(found, wanted): (&f64, &f64)| (found - wanted).abs() <= tolerance;
        assert!(found.len() == wanted.len() && found.iter().zip(wanted).all(is_near), "{found:?} {wanted:?}");
    }

    /// Every combination of the features with a base, each a thousand times, right as often as the weights have it.
    fn made_by(weights: &[f64]) -> Vec<(Vec<usize>, bool)> {
        let sets = (0..1_usize << (weights.len() - 1)).map(|set| {
            let holds = |feature: &usize| *feature == 0 || set >> (feature - 1) & 1 == 1;
            (0..weights.len()).filter(holds).collect::<Vec<_>>()
        });
        sets.flat_map(|features| {
            let right = (1000.0 * confidence(weights, &features)).round() as usize;
            (0..1000).map(move |at| (features.clone(), at < right))
        })
        .collect()
    }

    fn confidence(weights: &[f64], features: &[usize]) -> f64 {
        1.0 / (1.0 + (-log_odds(weights, features)).exp())
    }

    /// Each example stands against none alone.
    fn fit_all(examples: &[(Vec<usize>, bool)], penalties: &[f64]) -> Vec<f64> {
        let documents: Vec<_> =
            examples.iter().map(|(features, is_right)| vec![(&**features, *is_right)]).collect();
        choice::fit(&documents, penalties)
    }

    #[test]
    fn linear_equations() {
        let matrix = vec![vec![4.0, 2.0, 1.0], vec![2.0, 5.0, 3.0], vec![1.0, 3.0, 6.0]];
        check_near(&solve(matrix, vec![11.0, 21.0, 25.0]), &[1.0, 2.0, 3.0], 1e-12);
        check_near(&solve(Vec::new(), Vec::new()), &[], 0.0);
    }

    #[test]
    fn weights_come_back() {
        let weights = [-1.5, 3.0, -2.25, 0.0, 1.0];
        check_near(&fit_all(&made_by(&weights), &[1e-6; 5]), &weights, 0.02);
    }

    #[test]
    fn noise_moves_no_weight_far() {
        let weights = [-1.0, 2.5, -1.5];
        let mut dice = fastrand::Rng::with_seed(7);
        let mut set = || {
            [true, dice.bool(), dice.bool()]
                .into_iter()
                .enumerate()
                .filter_map(|(at, holds)| holds.then_some(at))
        };
        let sets: Vec<Vec<usize>> = (0..20_000).map(|_| set().collect()).collect();
        let examples: Vec<_> = sets
            .into_iter()
            .map(|features| {
                let is_right = dice.f64() < confidence(&weights, &features);
                (features, is_right)
            })
            .collect();
        check_near(&fit_all(&examples, &[1e-3, 1.0, 1.0]), &weights, 0.15);
    }

    #[test]
    fn penalties_bound_what_the_examples_leave_open() {
        // The second feature alone decides; the third always comes with it; the fourth never comes.
        let examples: Vec<_> =
            (0..200).map(|at| if at % 2 == 0 { (vec![0], false) } else { (vec![0, 1, 2], true) }).collect();
        let found = fit_all(&examples, &[1e-3, 1.0, 1.0, 1.0]);
        assert!(found.iter().all(|weight| weight.abs() < 10.0), "{found:?}");
        check_near(&found[1..2], &found[2..3], 1e-9);
        check_near(&found[3..], &[0.0], 0.0);
        let strict = fit_all(&examples, &[1e-3, 100.0, 100.0, 100.0]);
        assert!(strict[1] < found[1], "{strict:?} {found:?}");
        check_near(&fit_all(&[], &[1.0, 1.0]), &[0.0, 0.0], 0.0);
    }
}
