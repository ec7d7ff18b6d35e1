//! Multinomial logistic regression: the weights under which each document chooses its right candidates from all of them, and
//! none where none is right. A wrong candidate counts by how near it comes to the best of its page: the many that are nowhere
//! near count for nothing.

use super::regression::{Derivatives, Example, highest, log_odds};

/// The weights that make the choices of all documents likeliest, less half of each weight's square times its penalty.
/// Penalties are above nought, so that there is one best set of weights even where features always come together.
pub(super) fn fit(documents: &[Vec<Example<'_>>], penalties: &[f64]) -> Vec<f64> {
    highest(penalties, |weights, derivatives| {
        for candidates in documents {
            add(candidates, derivatives, weights);
        }
    })
}

/// To choose none is an even chance against a candidate of no weight. Which of several right ones is chosen does not matter:
/// each counts by how likely it is now, and the curvature is taken as if one were sure, which keeps it positive.
fn add(candidates: &[Example<'_>], derivatives: &mut Derivatives, weights: &[f64]) {
    let odds: Vec<f64> = candidates.iter().map(|(features, _)| log_odds(weights, features).exp()).collect();
    let all = 1.0 + odds.iter().sum::<f64>();
    let right: f64 =
        candidates.iter().zip(&odds).filter(|((_, is_right), _)| *is_right).map(|(_, odds)| odds).sum();
    let mut mean = vec![0.0; weights.len()];
    for ((features, is_right), odds) in candidates.iter().zip(&odds) {
        let (likely, wanted) = (odds / all, if *is_right { odds / right } else { 0.0 });
        derivatives.add(features, wanted - likely, likely);
        features.iter().for_each(|feature| mean[*feature] += likely);
    }
    for (row, of_row) in derivatives.curvature.iter_mut().zip(&mean) {
        row.iter_mut().zip(&mean).for_each(|(cell, of_column)| *cell -= of_row * of_column);
    }
}

#[cfg(test)]
mod tests {
    use super::fit;
    use crate::fit::regression::Example;

    const PENALTIES: [f64; 3] = [1e-3, 1.0, 1.0];

    #[test]
    fn rivals_count() {
        // Alone, what has the third feature is right as often as not; beside the second it never is.
        let rivals: Vec<Example<'_>> = vec![(&[0, 1], true), (&[0, 2], false)];
        let documents: Vec<_> =
            (0..80).map(|at| if at % 2 == 0 { rivals.clone() } else { vec![(&[0, 2][..], true)] }).collect();
        let found = fit(&documents, &PENALTIES);
        assert!(found[1] > found[2] + 1.0 && found[0] + found[2] > 1.0, "{found:?}");
    }

    #[test]
    fn several_right_ones() {
        let twice: Vec<Example<'_>> = vec![(&[0, 1], true), (&[0, 1], true), (&[0], false)];
        let found = fit(&vec![twice; 50], &PENALTIES);
        assert!(found[1] > 1.0 && found.iter().all(|weight| weight.is_finite()), "{found:?}");
        let none: Vec<Example<'_>> = vec![(&[0, 1], false), (&[0], false)];
        assert!(fit(&[none, Vec::new()], &PENALTIES)[0] < 0.0);
    }
}
